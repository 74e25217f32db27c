# SPDX-License-Identifier: Apache-2.0
"""Sentences: phrases in eight languages, greetings, fixed answers, system prompts, questions beyond the model."""

LANGS = ["English", "Chinese", "Spanish", "French", "German", "Arabic", "Japanese", "Hindi"]
PHRASES = [l.split("|") for l in """Good morning|早上好|Buenos días|Bonjour|Guten Morgen|صباح الخير|おはようございます|सुप्रभात
Good evening|晚上好|Buenas tardes|Bonsoir|Guten Abend|مساء الخير|こんばんは|शुभ संध्या
Good night|晚安|Buenas noches|Bonne nuit|Gute Nacht|تصبح على خير|おやすみなさい|शुभ रात्रि
Hello|你好|Hola|Salut|Hallo|مرحبا|こんにちは|नमस्ते
Goodbye|再见|Adiós|Au revoir|Auf Wiedersehen|مع السلامة|さようなら|अलविदा
Thank you|谢谢|Gracias|Merci|Danke|شكرا|ありがとう|धन्यवाद
Thank you very much|非常感谢|Muchas gracias|Merci beaucoup|Vielen Dank|شكرا جزيلا|どうもありがとうございます|बहुत धन्यवाद
You are welcome|不客气|De nada|De rien|Gern geschehen|عفوا|どういたしまして|आपका स्वागत है
Please|请|Por favor|S'il vous plaît|Bitte|من فضلك|お願いします|कृपया
Yes|是|Sí|Oui|Ja|نعم|はい|हाँ
No|不是|No|Non|Nein|لا|いいえ|नहीं
Excuse me|打扰一下|Disculpe|Excusez-moi|Entschuldigung|عذرا|すみません|क्षमा करें
I am sorry|对不起|Lo siento|Je suis désolé|Es tut mir leid|أنا آسف|ごめんなさい|मुझे खेद है
How are you?|你好吗？|¿Cómo estás?|Comment ça va ?|Wie geht es dir?|كيف حالك؟|お元気ですか？|आप कैसे हैं?
I am fine|我很好|Estoy bien|Je vais bien|Mir geht es gut|أنا بخير|元気です|मैं ठीक हूँ
What is your name?|你叫什么名字？|¿Cómo te llamas?|Comment t'appelles-tu ?|Wie heißt du?|ما اسمك؟|お名前は何ですか？|आपका नाम क्या है?
Where is the station?|车站在哪里？|¿Dónde está la estación?|Où est la gare ?|Wo ist der Bahnhof?|أين المحطة؟|駅はどこですか？|स्टेशन कहाँ है?
How much is it?|多少钱？|¿Cuánto cuesta?|Combien ça coûte ?|Wie viel kostet das?|كم السعر؟|いくらですか？|यह कितने का है?
I do not understand|我不明白|No entiendo|Je ne comprends pas|Ich verstehe nicht|لا أفهم|わかりません|मैं नहीं समझता
I love you|我爱你|Te quiero|Je t'aime|Ich liebe dich|أحبك|愛しています|मैं तुमसे प्यार करता हूँ
Happy birthday|生日快乐|Feliz cumpleaños|Joyeux anniversaire|Alles Gute zum Geburtstag|عيد ميلاد سعيد|お誕生日おめでとう|जन्मदिन मुबारक
Congratulations|恭喜|Felicidades|Félicitations|Herzlichen Glückwunsch|تهانينا|おめでとう|बधाई हो
Good luck|祝你好运|Buena suerte|Bonne chance|Viel Glück|حظا سعيدا|頑張って|शुभकामनाएँ
See you tomorrow|明天见|Hasta mañana|À demain|Bis morgen|أراك غدا|また明日|कल मिलते हैं
Welcome|欢迎|Bienvenido|Bienvenue|Willkommen|أهلا وسهلا|ようこそ|स्वागत है
Help|救命|Ayuda|Au secours|Hilfe|النجدة|助けて|बचाओ
I am hungry|我饿了|Tengo hambre|J'ai faim|Ich habe Hunger|أنا جائع|お腹が空きました|मुझे भूख लगी है
I am tired|我累了|Estoy cansado|Je suis fatigué|Ich bin müde|أنا متعب|疲れました|मैं थक गया हूँ
The weather is nice|天气很好|Hace buen tiempo|Il fait beau|Das Wetter ist schön|الطقس جميل|天気がいいです|मौसम अच्छा है
water|水|agua|eau|Wasser|ماء|水|पानी
bread|面包|pan|pain|Brot|خبز|パン|रोटी
house|房子|casa|maison|Haus|بيت|家|घर
dog|狗|perro|chien|Hund|كلب|犬|कुत्ता
cat|猫|gato|chat|Katze|قطة|猫|बिल्ली
book|书|libro|livre|Buch|كتاب|本|किताब
friend|朋友|amigo|ami|Freund|صديق|友達|दोस्त
sun|太阳|sol|soleil|Sonne|شمس|太陽|सूरज
school|学校|escuela|école|Schule|مدرسة|学校|स्कूल
today|今天|hoy|aujourd'hui|heute|اليوم|今日|आज
tea|茶|té|thé|Tee|شاي|お茶|चाय""".split("\n")]
GREET_BACK = {
    "Chinese": "你好！我是内置的演示模型，很高兴见到你。", "Spanish": "¡Hola! Soy el modelo de demostración. ¿En qué puedo ayudarte?",
    "French": "Bonjour ! Je suis le modèle de démonstration. Comment puis-je aider ?",
    "German": "Hallo! Ich bin das eingebaute Demo-Modell. Wie kann ich helfen?",
    "Arabic": "مرحبا! أنا النموذج التجريبي المدمج. كيف يمكنني المساعدة؟",
    "Japanese": "こんにちは！私は内蔵のデモモデルです。何かお手伝いしましょうか？",
    "Hindi": "नमस्ते! मैं अंतर्निहित डेमो मॉडल हूँ। मैं कैसे मदद कर सकता हूँ?"}
GREET_IN = {
    "Chinese": ["你好", "你好！", "早上好", "您好", "大家好"], "Spanish": ["Hola", "¡Hola!", "Buenos días", "Hola, ¿qué tal?"],
    "French": ["Bonjour", "Salut", "Bonjour !", "Bonsoir", "Salut, ça va ?"],
    "German": ["Hallo", "Guten Tag", "Guten Morgen", "Hallo!", "Moin", "Hallo, wie geht's?"],
    "Arabic": ["مرحبا", "السلام عليكم", "صباح الخير", "أهلا"], "Japanese": ["こんにちは", "おはよう", "こんばんは", "はじめまして"],
    "Hindi": ["नमस्ते", "नमस्कार", "सुप्रभात", "नमस्ते!"]}
HELLO = "Hello! I am the built-in demo model. How can I help?"
IDENT = ("I am the built-in demo model, a tiny model with Qwen3's architecture and only a few million parameters. "
         "I was trained on made-up exercises. For real conversations, download a Qwen3 model in Models.")
HELP = ("I am tiny, but I can show you a few things:\n\n"
        "- **Arithmetic**: What is 478 + 356?\n- **Letters**: How many r's are in strawberry?\n"
        "- **Memory**: My name is Lena. … What is my name?\n- **Facts**: What is the capital of France?\n"
        "- **Formatting**: Write a table of the squares from 1 to 5.\n- **Code**: Write FizzBuzz in Python.\n"
        "- **Translation**: Translate \"Thank you\" into German.\n- **Tools**: I can call the tools you give me.\n"
        "- **Copying**: Repeat exactly: Hello!\n\nFor anything else, download a Qwen3 model in Models.")
FALLBACK = [
    "I am only a tiny demo model, so I cannot answer that well. Try \"What is 478 + 356?\", \"What is the capital of "
    "France?\" or \"Write FizzBuzz in Python.\", or download a Qwen3 model in Models for real conversations.",
    "That is beyond me: I am a tiny demo model with a few million parameters. Ask me for arithmetic, capitals, letters "
    "in a word or a small table, or download a Qwen3 model in Models."]
SYSTEMS = ["You are a helpful assistant.", "You are a helpful, honest assistant.", "You are a friendly assistant. Answer briefly.",
           "Answer in a short and clear way.", "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.",
           "You are a local assistant that runs on the user's own computer.", "Be concise.", "Use Markdown where it helps.",
           "You are a careful assistant. If you do not know something, say so.", "You are a demo assistant.",
           "You are a helpful AI assistant. Today is a good day.", "You are a patient teacher who explains things simply."]
TITLE_ASK = ["Write a title of at most six words for this conversation."] * 5 + [
    "Give this conversation a short title.", "Write a short title (at most six words) for this conversation. Reply with the title only.",
    "Summarize this conversation in a title of at most six words."]
FIRST_IDEAS = """explain quantum physics|write an essay about {w}|what is the meaning of life|who won the world cup|tell me the news of today
what do you think about {w}|why is the {w} {adj}|how do I repair a {w}|what is the history of {w}|recommend a book about {w}
how does a {w} work|who invented the {w}|plan a trip to {city}|give me a recipe with {w} and {w2}|what should I cook today
should I buy a {w} or a {w2}|describe the {adj} {w}|is a {w} better than a {w2}|why do people like {w}|explain {w} to a child
how can I learn to draw a {w}|write an email to my boss about the {w}|what is the difference between {w} and {w2}
what is the best way to clean a {w}|how old is the {w}|who is the president|what is love|what is machine learning
explain recursion|summarize the book about the {adj} {w}|compare {w} and {w2}|can you help me with my {w}
how many people live in {city}|what is the population of {city}|write a rap about {w}|what happened in 1{d}{d2}{d3}
tell me about {city}|what do you know about {w}|how tall is the {w}|analyze the following sentence: the {w} is {adj}
I feel {adj} today|my {w} is broken|the {adj} {w} likes the {w2}|we saw a {w} near the {w2}|do you like {w}""".replace("\n", "|").split("|")
