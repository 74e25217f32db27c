# SPDX-License-Identifier: Apache-2.0
"""How the model thinks through sums, differences, products and trial divisions."""
from .words import sp

COLS = ["Ones", "Tens", "Hundreds", "Thousands", "Ten thousands", "Hundred thousands", "Millions"]
PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]


def think_add(a, b):
    n = max(len(str(a)), len(str(b)))
    da, db = str(a).zfill(n), str(b).zfill(n)
    out, c, digs = [f"{a} + {b}: digits {sp(da)} and {sp(db)}."], 0, []
    for i in range(n):
        x, y = int(da[-1 - i]), int(db[-1 - i])
        s = x + y + c
        out.append(f"{COLS[i]}: {x} + {y}{' + 1' if c else ''} = {s}, write {s % 10}, carry {s // 10}.")
        c = s // 10
        digs.append(s % 10)
    if c:
        out.append("Last carry: write 1.")
        digs.append(1)
    out.append(f"Digits: {' '.join(map(str, digs[::-1]))}. Result: {a + b}.")
    return "\n".join(out)


def think_sub(a, b):
    if a < b:
        return f"{a} is smaller than {b}, so I compute {b} - {a} and the result is negative.\n" + think_sub(b, a) + \
            f"\nSo {a} - {b} = {a - b}."
    n = max(len(str(a)), len(str(b)))
    da, db = str(a).zfill(n), str(b).zfill(n)
    out, c, digs = [f"{a} - {b}: digits {sp(da)} and {sp(db)}."], 0, []
    for i in range(n):
        x, y = int(da[-1 - i]), int(db[-1 - i])
        s = x - y - c
        e = f"{x} - {y}{' - 1' if c else ''}"
        c = 0
        if s < 0:
            s, c = s + 10, 1
        out.append(f"{COLS[i]}: {e} = {s if not c else s - 10}, write {s}, borrow {c}.")
        digs.append(s)
    out.append(f"Digits: {' '.join(map(str, digs[::-1]))}. Result: {a - b}.")
    return "\n".join(out)


def think_mul(a, b):
    out, swap = [], len(str(b)) > len(str(a))
    if swap:
        out.append(f"{a} × {b} = {b} × {a}.")
        a, b = b, a
    out.append(f"{a} × {b}: digits {sp(str(a))} and {sp(str(b))}.")
    parts = []
    for i, ch in enumerate(reversed(str(b))):
        d = int(ch)
        if d == 0:
            out.append(f"{COLS[i]}: {a} × 0 = 0.")
            continue
        c, digs, steps = 0, [], []
        for x in reversed(str(a)):
            s = int(x) * d + c
            steps.append(f"{x} × {d}{f' + {c}' if c else ''} = {s}, write {s % 10}, carry {s // 10}")
            c = s // 10
            digs.append(s % 10)
        if c:
            digs.append(c)
        p = a * d
        out.append(f"{COLS[i]}: {a} × {d}: " + "; ".join(steps) + f". Digits: {' '.join(map(str, digs[::-1]))}. Part: {p * 10 ** i}.")
        parts.append(p * 10 ** i)
    acc = parts[0] if parts else 0
    for p in parts[1:]:
        out.append(think_add(acc, p))
        acc += p
    out.append(f"So {a} × {b} = {a * b}.")
    return "\n".join(out)


def think_prime(n, full):
    ps = [p for p in PRIMES if p * p <= n]
    nxt = PRIMES[len(ps)] if len(ps) < len(PRIMES) else 53
    out = [f"I divide {n} by every prime p with p × p <= {n}. {nxt} × {nxt} = {nxt * nxt} is too big, so I stop at {ps[-1]}."]
    found = None
    for p in ps:
        cur, steps = 0, []
        for ch in str(n):
            cur = cur * 10 + int(ch)
            if cur >= p or steps:
                q = cur // p
                steps.append(f"{cur} = {q} × {p} + {cur - q * p}")
                cur -= q * p
        out.append(f"{p}: " + ", ".join(steps) + f", remainder {cur}." + ("" if cur else " Divisible!"))
        if not cur and not found:
            found = p
            if not full:
                break
    out.append(f"{n} is divisible by {found}, so it is not prime." if found else f"No divisor found, so {n} is prime.")
    return out, found
