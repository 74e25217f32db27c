# SPDX-License-Identifier: Apache-2.0
"""Small talk, translation, stories, and what is beyond the model."""
from .phrases import FALLBACK, FIRST_IDEAS, GREET_BACK, GREET_IN, HELLO, HELP, IDENT, LANGS, PHRASES, SYSTEMS
from .words import ADJ, PETS


class Talk:
    """Exercises with fixed or templated answers."""

    def chat(self):
        k = self.r.random()
        if k < .3:
            u = self.c(["Hello", "Hello!", "Hi", "Hi!", "Hey", "hello", "hi there", "Good morning", "Good evening!", "Hey there!", "Hi, how are you?", "How are you?", "Hello, who is there?"])
            a, s = HELLO, "greet"
            if "how are you" in u.lower():
                a = "I am fine, thank you! How can I help?"
        elif k < .6:
            u = self.c(["Who are you?", "What are you?", "What is your name?", "Introduce yourself.", "Tell me about yourself.", "Which model are you?",
                        "Are you ChatGPT?", "Are you Qwen?", "Who made you?", "what model is this", "Are you a real AI?", "How big are you?", "Are you a human?"])
            a, s = IDENT, "identity"
        elif k < .8:
            u = self.c(["What can you do?", "Help", "help", "What can I ask you?", "How can you help me?", "What are your skills?", "Show me what you can do.", "/help", "Give me some examples."])
            a, s = HELP, "help"
        elif k < .9:
            u = self.c(["Thanks", "Thank you!", "Thanks a lot", "thank you", "Thx", "Great, thanks!", "That was helpful, thank you."])
            a, s = "You are welcome!", "thanks"
        else:
            u = self.c(["Bye", "Goodbye!", "See you", "bye", "See you later!", "Good night"])
            a, s = "Goodbye! Come back any time.", "bye"
        t = {"greet": "The user greets me. I greet back.", "identity": "The user asks who I am. I say honestly that I am the demo model.",
             "help": "The user wants to know what I can do. I list my skills.", "thanks": "The user thanks me.", "bye": "The user says goodbye."}[s]
        return dict(u=u, t=t, a=a, title={"greet": "Friendly greeting", "identity": "About the demo model", "help": "What the demo model can do",
                    "thanks": "A word of thanks", "bye": "Saying goodbye"}[s], chk="exact", key=a, sub=s)

    def translate(self):
        if self.p(.2):
            lg = self.c(list(GREET_BACK))
            return dict(u=self.c(GREET_IN[lg]), t=f"The user greets me in {lg}. I greet back in {lg}.", a=GREET_BACK[lg], title=f"Greeting in {lg}",
                        chk="exact", key=GREET_BACK[lg], sub="greet")
        ph = self.c(PHRASES)
        i, j = self.r.sample(range(8), 2)
        if self.p(.7):
            i = 0
            j = j or self.r.randint(1, 7)
        src, dst = ph[i], LANGS[j]
        if i and self.p(.2):
            j, dst = 0, "English"
        q = self.c(["\"{}\"", "\"{}\"", "{}", "“{}”"]).format(src)
        u = self.c([f"Translate {q} into {dst}.", f"Translate to {dst}: {src}", f"How do you say {q} in {dst}?", f"What is {q} in {dst}?", f"Translate into {dst}: {q}",
                    f"{q} in {dst}, please", f"Say {q} in {dst}."])
        return dict(u=u, t=f"{src} in {dst} is: {ph[j]}", a=ph[j], title=f"Translation into {dst}", chk="exact", key=ph[j], sub="phrase")

    def story(self):
        c = self.c
        n, w, w2, city, adj = self.name(), self.word(), self.word(), self.city(), c(ADJ)
        who = c(["a dragon", "a robot", "a cat", "a pirate", "a wizard", f"a {c(PETS)}", f"a {w}", "a knight", "a fox"])
        u = c([f"Tell me a short story about {who}.", f"Write a short story about {who}.", f"Tell a story about {who}", f"A short story about {who}, please."])
        a = (f"Once upon a time there was {who} called {n}. {n} lived near {city} and was looking for a {adj} {w}. "
             f"One day a friend brought a {w2}. \"Look under it,\" the friend said. There it was! "
             f"From that day on, {n} was happy, and they shared the {w} with everyone. The end.")
        return dict(u=u, t=f"I write a short story about {who} with a beginning, a problem and a happy end.", a=a, title=f"Story about {who}", chk="contains", key=who, sub="")

    def fallback(self):
        r, c = self.r, self.c
        d = dict(w=self.word(), w2=self.word(), adj=c(ADJ), city=self.city(), d=r.randint(0, 9), d2=r.randint(0, 9), d3=r.randint(0, 9))
        if self.p(.6):
            u = c(FIRST_IDEAS).format(**d)
            u = c([u, u.capitalize(), u.capitalize() + "?", u.capitalize() + ".", "Please " + u + ".", "Can you " + u + "?", "I want to know: " + u])
        else:
            u = " ".join(self.word() if self.p(.75) else c(["the", "a", "is", "of", "and", "in", "why", "how", "with", "my", "to", "for"]) for _ in range(r.randint(2, 14)))
            u = c([u, u.capitalize() + ".", u.capitalize() + "?", u + "!"])
        a = c(FALLBACK)
        return dict(u=u, t="This is not one of the things I learned. I say honestly that I am a tiny demo model.", a=a, title=f"A question about {d['w']}" if d["w"] in u.lower() else "A question for a bigger model", chk="fallback", key="demo model", sub="")

    def longsystem(self):
        r = self.r
        s = [" ".join(self.word() for _ in range(r.randint(2, 12))).capitalize() + "." for _ in range(r.choice([1, 1, 2, 3, 6]))]
        if self.p(.3):
            s.insert(0, self.c(SYSTEMS))
        if self.p(.2):
            s.append(f"Today is 20{r.randint(24, 35)}-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}.")
        return self.c([" ", "\n", "\n- "]).join(s)
