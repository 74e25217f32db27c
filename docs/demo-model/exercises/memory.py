# SPDX-License-Identifier: Apache-2.0
"""What the user or a file said, and capitals."""
from .words import CAPITALS, COLOURS, FOODS, JOBS, PETS


class Memory:
    """Exercises that recall something."""

    FACTS = {
        "name": (["My name is {v}.", "I am {v}.", "I'm {v}.", "Hi, I'm {v}!", "Hello, my name is {v}.", "You can call me {v}.", "Call me {v}."],
                 "Nice to meet you, {v}!", ["What is my name?", "What's my name?", "Do you remember my name?", "Who am I?", "How am I called?"],
                 "Your name is {v}."),
        "city": (["I live in {v}.", "I am from {v}.", "My home is in {v}.", "I'm living in {v} now."], "{v}, noted.",
                 ["Where do I live?", "In which city do I live?", "What city am I from?", "Where am I from?"], "You live in {v}."),
        "favourite colour": (["My favourite colour is {v}.", "My favorite color is {v}.", "I like {v} most of all colours."], "I will remember that your favourite colour is {v}.",
                             ["What is my favourite colour?", "What's my favorite color?", "Which colour do I like most?"], "Your favourite colour is {v}."),
        "code": (["My code is {v}.", "The code is {v}.", "Remember the code {v}.", "Please remember this code: {v}", "My code number is {v}.", "The secret code is {v}."],
                 "I will remember the code {v}.", ["What is my code?", "What was the code?", "What is the code?", "Which code did I tell you?", "What is the secret code?", "What is my code number?"],
                 "The code is {v}."),
        "pet": (["I have a {k} called {v}.", "My {k} is called {v}.", "My {k}'s name is {v}."], "{v} is a nice name.",
                ["What is my pet called?", "What is the name of my {k}?", "How is my {k} called?", "What is my {k} called?"], "Your {k} is called {v}."),
        "job": (["I work as a {v}.", "I am a {v}.", "My job is {v}."], "That sounds like an interesting job.",
                ["What is my job?", "What do I work as?", "What do I do for a living?"], "You work as a {v}."),
        "favourite food": (["My favourite food is {v}.", "I love to eat {v}.", "My favorite food is {v}."], "I will remember that you like {v}.",
                           ["What is my favourite food?", "What do I love to eat?", "What's my favorite food?"], "Your favourite food is {v}."),
        "lucky number": (["My lucky number is {v}.", "Remember my lucky number: {v}."], "I will remember your lucky number {v}.",
                         ["What is my lucky number?", "Which lucky number did I tell you?"], "Your lucky number is {v}.")}

    def fact_value(self, k):
        r = self.r
        return {"name": self.name, "city": self.city, "favourite colour": lambda: self.c(COLOURS), "code": self.code, "pet": self.name,
                "job": lambda: self.c(JOBS), "favourite food": lambda: self.c(FOODS), "lucky number": lambda: str(r.randint(1, 9999))}[k]()

    def state_facts(self, st, n=1, system=False):
        ks = self.r.sample(list(self.FACTS), n)
        parts, acks = [], []
        for k in ks:
            v = self.fact_value(k)
            kind = self.c(PETS)
            st[k] = (v, kind)
            parts.append(self.c(self.FACTS[k][0]).format(v=v, k=kind))
            acks.append(self.FACTS[k][1].format(v=v))
        u = " ".join(parts)
        if self.p(.15):
            u += self.c([" Please remember that.", " Remember this.", " Keep that in mind."])
        a = acks[0] if n == 1 else "Thank you, I will remember all of that."
        return dict(u=u, t=self.c(["The user tells me something about themselves. I remember it and answer briefly."]), a=a,
                    title="Introduction of " + st["name"][0] if "name" in ks else f"The user's {ks[0]}", chk="exact", key=a, sub="state")

    def ask_fact(self, st):
        st = {k: v for k, v in st.items() if k[0] != "_"}
        if st and self.p(.9):
            k = self.c(list(st))
        else:
            k = self.c(list(self.FACTS))
        kind = st[k][1] if k in st else self.c(PETS)
        u = self.c(self.FACTS[k][2]).format(k=kind)
        if k in st:
            v = st[k][0]
            a = self.FACTS[k][3].format(v=v, k=kind)
            return dict(u=u, t=f"The user asks about the {k}. Earlier the user said: {v}.", a=a, title=f"The user's {k}", chk="contains", key=v, sub="known")
        a = f"You have not told me your {k} yet."
        return dict(u=u, t=f"The user asks about the {k}, but has not told me.", a=a, title=f"The user's {k}", chk="exact", key=a, sub="unknown")

    def capital(self):
        co, ca = self.c(list(CAPITALS.items()))
        if self.p(.2):
            u = self.c([f"Which country has the capital {ca}?", f"{ca} is the capital of which country?", f"Of which country is {ca} the capital?"])
            key, a = co, f"{ca} is the capital of {co}."
        else:
            u = self.c([f"What is the capital of {co}?"] * 3 + [f"Capital of {co}?", f"Name the capital of {co}.", f"Which city is the capital of {co}?",
                        f"what's the capital of {co}", f"Tell me the capital of {co}.", f"Do you know the capital of {co}?", f"capital of {co}"])
            key, a = ca, f"The capital of {co} is {ca}."
        return dict(u=u, t=f"I recall the pair of country and capital: {co}, {ca}.", a=a, title=f"Capital of {co}", chk="contains", key=key, sub="")

    def file(self):
        r, c = self.r, self.c
        keys = r.sample("city budget owner date colour size price name status version deadline phone room code weight author language team level country".split(), r.randint(2, 6))
        vals = {}
        for k in keys:
            vals[k] = c([lambda: self.word(), lambda: str(self.num(r.randint(1, 5))), self.city, self.name, self.code, lambda: self.word() + " " + self.word()])()
        fn = self.word() + c([".txt", ".md", ".csv", ".log", ".txt"])
        body = "\n".join(f"{k}{c([': ', ': ', ': '])}{v}" for k, v in vals.items())
        miss = self.p(.1)
        k = c([x for x in "budget owner date colour size price version".split() if x not in keys] or ["budget"]) if miss else c(keys)
        miss = k not in vals
        q = c([f"What is the {k} in the file?", f"What is the {k}?", f"Which {k} does the file give?", f"Find the {k} in {fn}.", f"What {k} is in {fn}?"])
        u = f"File {fn}:\n```\n{body}\n```\n{q}" if self.p(.8) else f"{q}\n\nFile {fn}:\n```\n{body}\n```"
        if miss:
            a = f"The file {fn} has no {k}."
            return dict(u=u, t=f"I look for {k} in the file, but there is no such line.", a=a, title=f"The {k} in {fn}", chk="exact", key=a, sub="missing")
        return dict(u=u, t=f"I look for the line {k}: {vals[k]}", a=f"The {k} is {vals[k]}.", title=f"The {k} in {fn}", chk="contains", key=vals[k], sub="found")
