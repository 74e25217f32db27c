# SPDX-License-Identifier: Apache-2.0
"""Words, names and places, and their split into training, public and hidden."""
import zlib

WORDS = """apple banana cherry grape lemon mango orange peach pear plum melon berry strawberry raspberry blueberry
carrot potato tomato onion garlic pepper cabbage lettuce spinach cucumber pumpkin bread butter cheese coffee sugar
honey cookie pancake chocolate sandwich noodle dumpling pasta pizza soup salad omelette muffin cinnamon ginger walnut
almond chestnut mushroom rabbit tiger lion elephant giraffe monkey kangaroo penguin dolphin whale shark octopus turtle
lizard snake eagle falcon parrot sparrow pigeon chicken turkey horse donkey camel sheep goat cattle buffalo squirrel
hedgehog beaver otter badger fox wolf bear panda koala leopard cheetah hamster kitten puppy butterfly spider beetle
mosquito dragonfly grasshopper ladybug table chair window door mirror carpet curtain pillow blanket lamp candle ladder
hammer screwdriver bucket basket bottle kettle spoon fork knife plate bowl saucer oven fridge freezer toaster balcony
kitchen bathroom bedroom garage garden cellar attic chimney staircase corridor pencil paper notebook envelope stamp
letter book newspaper magazine library dictionary calendar folder printer keyboard monitor laptop speaker camera
telephone television radio battery charger cable antenna satellite telescope microscope compass thermometer bicycle
motorcycle airplane helicopter submarine sailboat tractor train station airport harbor bridge tunnel highway street
village city country island mountain valley river ocean desert forest meadow waterfall volcano glacier canyon beach
harvest weather thunder lightning rainbow snowflake hurricane sunshine morning evening midnight yesterday tomorrow
summer winter autumn spring january february wednesday saturday doctor teacher farmer baker painter singer dancer
writer lawyer plumber carpenter mechanic engineer scientist astronaut musician gardener fisherman policeman soldier
captain princess wizard dragon knight castle treasure pirate giant fairy monster village adventure journey mystery
happiness friendship freedom courage patience wisdom silence laughter memory knowledge question answer problem solution
example mistake success failure reason purpose promise secret surprise birthday wedding holiday festival concert theater
museum gallery painting sculpture melody rhythm guitar violin piano trumpet drum flute orchestra football basketball
tennis hockey swimming running climbing skating surfing chess puzzle balloon kite marble robot rocket planet galaxy
universe gravity energy electron molecule crystal diamond emerald copper silver golden iron bronze plastic leather
cotton velvet ribbon button pocket jacket sweater trousers slipper umbrella backpack suitcase wallet necklace bracelet
beautiful careful dangerous delicious different difficult enormous excellent familiar famous friendly gentle generous
honest important interesting jealous lonely modern natural necessary nervous ordinary peaceful perfect pleasant polite
popular possible powerful practical precious private quiet serious simple special strange sudden terrible typical useful
valuable wonderful yellow purple crimson turquoise orange indigo scarlet always never sometimes together without between
because however although beneath beyond through across around banana committee bookkeeper mississippi occurrence
parallel possess assess address access success accommodate embarrass millennium raccoon tattoo tomorrow vacuum
balloon bubble cabbage giggle hello kitten ladder narrow puddle rattle saddle tunnel wiggle zipper""".split()
WORDS = list(dict.fromkeys(WORDS))
NAMES = """Lena Tom Anna Ben Clara David Emma Felix Grace Hugo Ida Jack Karl Laura Max Nina Oscar Paula Quentin Rosa Sam
Tina Uwe Vera Walter Yara Zoe Ali Maria Juan Carlos Sofia Luca Giulia Pierre Amelie Chen Wei Mei Yuki Hiro Aiko Priya
Arjun Fatima Omar Leila Ivan Olga Nadia Pedro Ines Jonas Mira Noah Liam Olivia Ethan Mia Lucas Ella Leon Marie Paul
Sarah Peter Julia Simon Eva Marco Elif Deniz Kofi Amara Zuri Erik Astrid Lars Freya""".split()
CITIES = """Oslo Paris Rome Berlin Madrid Lisbon Vienna Prague Warsaw Dublin London Athens Cairo Tokyo Kyoto Delhi Mumbai
Sydney Toronto Chicago Boston Seattle Denver Austin Lima Quito Bogota Havana Nairobi Lagos Accra Tunis Hamburg Munich
Cologne Leipzig Zurich Geneva Basel Milan Turin Naples Lyon Nice Porto Seville Valencia Bergen Helsinki Stockholm
Copenhagen Riga Vilnius Tallinn Budapest Belgrade Sofia Ankara Izmir Dubai Doha Seoul Busan Osaka Shanghai Beijing
Hanoi Bangkok Manila Jakarta Perth Auckland Montreal Vancouver""".split()
COLOURS = "red blue green yellow purple orange pink brown black white grey turquoise violet crimson golden silver".split()
PETS = "cat dog rabbit parrot hamster turtle horse goldfish".split()
JOBS = ("teacher doctor baker farmer engineer painter nurse lawyer gardener pilot carpenter musician chef librarian "
        "programmer mechanic").split()
FOODS = "pizza pasta sushi soup bread cheese chocolate salad noodles pancakes rice curry dumplings tacos".split()
CAPITALS = {
    "France": "Paris", "Germany": "Berlin", "Italy": "Rome", "Spain": "Madrid", "Portugal": "Lisbon",
    "Austria": "Vienna", "Switzerland": "Bern", "Belgium": "Brussels", "the Netherlands": "Amsterdam",
    "Denmark": "Copenhagen", "Sweden": "Stockholm", "Norway": "Oslo", "Finland": "Helsinki", "Iceland": "Reykjavik",
    "Ireland": "Dublin", "the United Kingdom": "London", "Poland": "Warsaw", "the Czech Republic": "Prague",
    "Slovakia": "Bratislava", "Hungary": "Budapest", "Romania": "Bucharest", "Bulgaria": "Sofia", "Greece": "Athens",
    "Turkey": "Ankara", "Ukraine": "Kyiv", "Croatia": "Zagreb", "Serbia": "Belgrade", "Slovenia": "Ljubljana",
    "Estonia": "Tallinn", "Latvia": "Riga", "Lithuania": "Vilnius", "Japan": "Tokyo", "China": "Beijing",
    "India": "New Delhi", "South Korea": "Seoul", "Thailand": "Bangkok", "Vietnam": "Hanoi", "Indonesia": "Jakarta",
    "Malaysia": "Kuala Lumpur", "the Philippines": "Manila", "Nepal": "Kathmandu", "Pakistan": "Islamabad",
    "Iran": "Tehran", "Iraq": "Baghdad", "Saudi Arabia": "Riyadh", "Qatar": "Doha", "Egypt": "Cairo",
    "Morocco": "Rabat", "Tunisia": "Tunis", "Kenya": "Nairobi", "Ethiopia": "Addis Ababa", "Ghana": "Accra",
    "Nigeria": "Abuja", "Senegal": "Dakar", "Canada": "Ottawa", "the United States": "Washington, D.C.",
    "Mexico": "Mexico City", "Cuba": "Havana", "Brazil": "Brasília", "Argentina": "Buenos Aires", "Chile": "Santiago",
    "Peru": "Lima", "Colombia": "Bogotá", "Ecuador": "Quito", "Uruguay": "Montevideo", "Australia": "Canberra",
    "New Zealand": "Wellington"}
ADJ = [w for w in WORDS if w in set("""beautiful careful dangerous delicious different difficult enormous excellent familiar famous
friendly gentle generous honest important interesting jealous lonely modern natural necessary nervous ordinary peaceful perfect
pleasant polite popular possible powerful practical precious private quiet serious simple special strange sudden terrible
typical useful valuable wonderful""".split())]
CONS, VOW = "bcdfghjklmnprstvwz", "aeiou"


def bucket(key, mod):
    b = zlib.crc32(str(key).encode()) % mod
    return "public" if b == 0 else "hidden" if b == 1 else "train"


def sp(word):
    return " ".join(word)
