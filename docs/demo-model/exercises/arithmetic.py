# SPDX-License-Identifier: Apache-2.0
"""Arithmetic, word problems and primes."""
from .thoughts import PRIMES, think_add, think_mul, think_prime, think_sub


class Arithmetic:
    """Exercises with numbers."""

    def arith(self, op=None, digits=None):
        r = self.r
        op = op or self.c(["+", "+", "-", "-", "*", "*", "w"])
        if op == "w":
            return self.wordproblem()
        while True:
            if op == "*":
                da, db = self.c([(1, 1), (2, 1), (2, 1), (3, 1), (4, 1), (2, 2), (2, 2), (3, 2), (2, 3), (3, 3)]) if not digits else digits
            else:
                da, db = (r.randint(1, 4), r.randint(1, 4)) if self.p(.6) else self.c([(3, 3), (4, 4), (2, 2), (4, 3)])
                if digits:
                    da, db = digits
            a, b = self.num(da), self.num(db)
            if op == "-" and a < b and self.p(.8):
                a, b = b, a
            small = a < 10 and b < 10
            if self.own(f"{a}{op}{b}") or (small and self.split == "train"):
                break
        sym = {"+": ["+"], "-": ["-", "-", "−"], "*": ["×", "*", "×", "x", "·"]}[op]
        s = self.c(sym)
        word = {"+": "plus", "-": "minus", "*": "times"}[op]
        verb = {"+": f"Add {a} and {b}.", "-": f"Subtract {b} from {a}.", "*": f"Multiply {a} by {b}."}[op]
        noun = {"+": "sum", "-": "difference", "*": "product"}[op]
        u = self.c([f"What is {a} {s} {b}?"] * 4 + [f"{a} {s} {b}", f"{a}{s}{b}", f"{a} {s} {b} = ?", f"Calculate {a} {s} {b}.", verb, verb,
                    f"What is the {noun} of {a} and {b}?", f"Compute {a} {word} {b}.", f"How much is {a} {s} {b}?",
                    f"what's {a} {word} {b}", f"Please calculate {a} {s} {b}", f"Can you tell me what {a} {s} {b} is?",
                    f"Solve: {a} {s} {b}", f"{a} {word} {b}?"])
        res = a + b if op == "+" else a - b if op == "-" else a * b
        t = (think_add if op == "+" else think_sub if op == "-" else think_mul)(a, b)
        o = {"+": "+", "-": "-", "*": "×"}[op]
        return dict(u=u, t=t, a=f"{a} {o} {b} = {res}", title=f"{ {'+': 'Adding', '-': 'Subtracting', '*': 'Multiplying'}[op]} {a} and {b}",
                    chk="number", key=str(res), sub={"+": "add", "-": "sub", "*": "mul"}[op])

    def wordproblem(self):
        n, n2, w = self.name(), self.name(), self.c("apples books coins marbles stamps cookies pencils balloons cards shells".split())
        r = self.r
        k = r.randint(0, 4)
        while True:
            a, b = (self.num(r.randint(1, 3)) + 2, self.num(r.randint(1, 3)) + 2) if k < 3 else (r.randint(2, 40), r.randint(2, 40))
            if k in (1, 2) and a < b:
                a, b = b, a
            if self.own(f"w{a},{b}"):
                break
        if k == 0:
            u, res, f = self.c([f"{n} has {a} {w} and gets {b} more. How many {w} does {n} have now?",
                                f"{n} has {a} {w}. {n2} gives {n} {b} more {w}. How many {w} does {n} have?"]), a + b, think_add(a, b)
            t, a2 = f"More {w}: I add.\n{f}", f"{n} has {res} {w}."
        elif k == 1:
            u, res, f = self.c([f"{n} has {a} {w} and gives away {b}. How many {w} are left?",
                                f"{n} had {a} {w} and lost {b} of them. How many {w} are left?"]), a - b, think_sub(a, b)
            t, a2 = f"Fewer {w}: I subtract.\n{f}", f"{res} {w} are left."
        elif k == 2:
            u, res, f = f"{n} has {a} {w}, {n2} has {b} {w}. How many more {w} does {n} have?", a - b, think_sub(a, b)
            t, a2 = f"The difference: I subtract.\n{f}", f"{n} has {res} more {w}."
        else:
            u, res, f = self.c([f"A box holds {a} {w}. How many {w} are in {b} boxes?",
                                f"{n} buys {b} bags with {a} {w} each. How many {w} is that?"]), a * b, think_mul(a, b)
            t, a2 = f"Equal groups: I multiply.\n{f}", f"That is {res} {w}."
        return dict(u=u, t=t, a=a2, title=f"Word problem about {w}", chk="number", key=str(res), sub="word")

    def prime(self, full=None):
        r = self.r
        full = self.p(.55) if full is None else full
        want = self.p(.5)
        for _ in range(2000):
            n = r.randint(150, 2200) if full or self.p(.6) else r.randint(11, 400)
            ps = [p for p in PRIMES if p * p <= n]
            f = next((p for p in ps if n % p == 0), None)
            if (f is None) == want and (f is None or f > 5 or self.p(.25)) and self.own(f"prime{n}", 12):
                break
        lines, f = think_prime(n, full)
        u = self.c([f"Think hard about: is {n} prime?", f"Think hard about: {n} is prime?", f"Think hard: is {n} a prime number?", f"Think hard about this: is {n} prime?"] if full else
                   [f"Is {n} prime?", f"Is {n} a prime number?", f"Is the number {n} prime?", f"is {n} prime or not?"])
        a = f"No, {n} is not a prime number, because it is divisible by {f}." if f else f"Yes, {n} is a prime number."
        d = f"No, {n} is not a prime number." if f else f"Yes, {n} is a prime number."
        return dict(u=u, t="\n".join(lines), a=a, direct=d, title=f"Is {n} prime?", chk="start", key="No" if f else "Yes", sub="hard" if full else "easy", prime=(n, f, lines))
