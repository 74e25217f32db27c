# SPDX-License-Identifier: Apache-2.0
"""The seeded source of everything random."""
import random

from .words import CITIES, CONS, NAMES, VOW, WORDS, bucket


class Source:
    """Seeded choices, words and numbers of one split."""

    def __init__(self, seed, split="train"):
        self.r = random.Random(f"{split}-{seed}")
        self.split = split
        f = lambda l, m: [w for w in l if bucket(w, m) == split] or l
        self.words, self.names = f(WORDS, 10), f(NAMES, 10)
        self.novel = 0       # share of well-known tools with a made-up name (not used for the published weights)
        self.pieces = []     # lower-case tokens of the vocabulary, set by train.py
        self.anyword = WORDS
        self.tasks = [("arith", 15), ("letters", 18), ("recall", 9), ("capital", 3.5), ("chat", 4), ("format", 7), ("tool", 15),
                      ("translate", 5), ("long", 3.5), ("copy", 18), ("title", 3), ("story", 2), ("fallback", 5),
                      ("prime", 4.5), ("file", 4), ("unfit", 1.5)]

    def c(self, l):
        return l[int(self.r.random() * len(l))]

    def p(self, x):
        return self.r.random() < x

    def pseudo(self, lo=1, hi=4):
        r = self.r
        return "".join(self.c(CONS) + self.c(VOW) + (self.c(CONS) if r.random() < .4 else "") for _ in range(r.randint(lo, hi)))

    def fuzzy(self):
        """A word outside of every list, so that each token of the vocabulary gets used."""
        r, x = self.r, self.r.random()
        if x < .3:
            return self.pseudo(1, 3)
        if x < .75 and self.pieces:
            w = "".join(self.c(self.pieces) for _ in range(self.c([1, 1, 1, 2, 2, 3])))
            return w[:r.randint(3, 14)] if self.p(.3) else w
        if x < .88:
            w1, w2 = self.c(WORDS), self.c(WORDS)
            return w1[:r.randint(1, len(w1))] + w2[r.randint(0, len(w2) - 1):]
        return "".join(r.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(r.randint(2, 9)))

    def word(self):
        return self.c(WORDS) if self.p(.6) else self.fuzzy()

    def name(self):
        return self.c(self.names) if self.p(.6) else self.pseudo(1, 3).capitalize()

    def city(self):
        return self.c(CITIES) if self.p(.75) else self.pseudo(1, 3).capitalize()

    def num(self, d):
        return self.r.randint(10 ** (d - 1) if d > 1 else 0, 10 ** d - 1)

    def code(self):
        r = self.r
        k = r.random()
        if k < .5:
            return str(self.num(r.randint(3, 6)))
        if k < .75:
            return "".join(r.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(r.randint(3, 7)))
        return r.choice("ABCDEFGHKLMNPRSTXZ") + r.choice("ABCDEFGHKLMNPRSTXZ") + "-" + str(self.num(r.randint(2, 4)))

    def own(self, key, mod=25):
        return bucket(key, mod) == self.split
