# SPDX-License-Identifier: Apache-2.0
"""Letters in a word."""


class Letters:
    """Counting, spelling, reversing and measuring words."""

    def letters(self, kind=None):
        r = self.r
        kind = kind or self.c(["count", "count", "count", "spell", "reverse", "reverse", "length"])
        x = r.random()
        if self.split == "train" and x < .65:
            if x < .08:
                w = self.pseudo(1, 4)
            elif x < .2:
                w1, w2 = self.c(self.words), self.c(self.words)
                w = (w1[:r.randint(1, len(w1))] + w2[r.randint(0, len(w2) - 1):])[:14]
            elif x < .58 and self.pieces:
                w = "".join(self.c(self.pieces) for _ in range(self.c([1, 1, 1, 2, 2, 3])))[:14]
            else:
                w = "".join(r.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(r.randint(3, 10)))
        else:
            w = self.c(self.words)
        if self.p(.12):
            w = w.capitalize()
        q = self.c(["{}", "\"{}\"", "\"{}\"", "'{}'", "{}", "“{}”"]).format(w)
        if kind == "count":
            l = r.choice(w.lower()) if self.p(.8) else r.choice("abcdefghijklmnopqrstuvwxyz")
            n, out = 0, []
            for ch in w.lower():
                n += ch == l
                out.append(f"{ch} {n}" if ch == l else ch)
            u = self.c([f"How many {l}'s are in {q}?", f"How many times does the letter {l} occur in {q}?", f"Count the letter {l} in {q}.",
                        f"How many {l} are in the word {q}?", f"How often does the letter \"{l}\" appear in {q}?",
                        f"How many times is {l} in {q}?", f"How many letters {l} are in {q}?"])
            return dict(u=u, t=f"I go through the letters of {w}: {', '.join(out)}. The letter {l}: {n}.",
                        a=f"The letter \"{l}\" occurs {n} time{'' if n == 1 else 's'} in \"{w}\".", title=f"Counting {l} in {w}",
                        chk="number", key=str(n), sub="count", word=w)
        if kind == "spell":
            u = self.c([f"Spell {q}.", f"Spell the word {q}.", f"How do you spell {q}?", f"Spell {q} letter by letter."])
            return dict(u=u, t=f"The letters of {w}: {', '.join(w)}.", a="-".join(w), title=f"Spelling {w}", chk="exact", key="-".join(w), sub="spell", word=w)
        if kind == "reverse":
            u = self.c([f"Reverse the word {q}.", f"Write {q} backwards.", f"What is {q} spelled backwards?", f"Reverse {q}."])
            return dict(u=u, t=f"The letters of {w}: {', '.join(w)}. Backwards: {', '.join(w[::-1])}.", a=w[::-1], title=f"Reversing {w}",
                        chk="exact", key=w[::-1], sub="reverse", word=w)
        u = self.c([f"How many letters does {q} have?", f"How many letters are in the word {q}?", f"How long is the word {q}?", f"Count the letters in {q}."])
        return dict(u=u, t="I number the letters: " + ", ".join(f"{i + 1} {ch}" for i, ch in enumerate(w)) + ".",
                    a=f"\"{w}\" has {len(w)} letters.", title=f"Length of {w}", chk="number", key=str(len(w)), sub="length", word=w)
