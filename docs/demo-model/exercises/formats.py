# SPDX-License-Identifier: Apache-2.0
"""Markdown, code, LaTeX and long outputs."""

CODE = {
    ("Python", "hello"): 'print("Hello, world!")',
    ("Python", "loop"): "for i in range(1, {n1}):\n    print(i)",
    ("Python", "fizz"): "for i in range(1, {n1}):\n    if i % 15 == 0:\n        print(\"FizzBuzz\")\n    elif i % 3 == 0:\n"
                        "        print(\"Fizz\")\n    elif i % 5 == 0:\n        print(\"Buzz\")\n    else:\n        print(i)",
    ("Java", "hello"): "public class Main {\n    public static void main(String[] args) {\n"
                       "        System.out.println(\"Hello, world!\");\n    }\n}",
    ("Java", "loop"): "public class Main {\n    public static void main(String[] args) {\n"
                      "        for (int i = 1; i <= {n}; i++) {\n            System.out.println(i);\n        }\n    }\n}",
    ("Java", "fizz"): "public class Main {\n    public static void main(String[] args) {\n"
                      "        for (int i = 1; i <= {n}; i++) {\n            if (i % 15 == 0) {\n"
                      "                System.out.println(\"FizzBuzz\");\n            } else if (i % 3 == 0) {\n"
                      "                System.out.println(\"Fizz\");\n            } else if (i % 5 == 0) {\n"
                      "                System.out.println(\"Buzz\");\n            } else {\n"
                      "                System.out.println(i);\n            }\n        }\n    }\n}",
    ("C", "hello"): "#include <stdio.h>\n\nint main(void) {\n    printf(\"Hello, world!\\n\");\n    return 0;\n}",
    ("C", "loop"): "#include <stdio.h>\n\nint main(void) {\n    for (int i = 1; i <= {n}; i++) {\n"
                   "        printf(\"%d\\n\", i);\n    }\n    return 0;\n}",
    ("C", "fizz"): "#include <stdio.h>\n\nint main(void) {\n    for (int i = 1; i <= {n}; i++) {\n"
                   "        if (i % 15 == 0) printf(\"FizzBuzz\\n\");\n        else if (i % 3 == 0) printf(\"Fizz\\n\");\n"
                   "        else if (i % 5 == 0) printf(\"Buzz\\n\");\n        else printf(\"%d\\n\", i);\n    }\n    return 0;\n}",
    ("JavaScript", "hello"): "console.log(\"Hello, world!\");",
    ("JavaScript", "loop"): "for (let i = 1; i <= {n}; i++) {\n  console.log(i);\n}",
    ("JavaScript", "fizz"): "for (let i = 1; i <= {n}; i++) {\n  if (i % 15 === 0) console.log(\"FizzBuzz\");\n"
                            "  else if (i % 3 === 0) console.log(\"Fizz\");\n  else if (i % 5 === 0) console.log(\"Buzz\");\n"
                            "  else console.log(i);\n}",
    ("SQL", "hello"): "SELECT 'Hello, world!' AS greeting;",
    ("SQL", "loop"): "WITH RECURSIVE numbers(i) AS (\n  SELECT 1\n  UNION ALL\n  SELECT i + 1 FROM numbers WHERE i < {n}\n)\n"
                     "SELECT i FROM numbers;",
    ("SQL", "fizz"): "WITH RECURSIVE numbers(i) AS (\n  SELECT 1\n  UNION ALL\n  SELECT i + 1 FROM numbers WHERE i < {n}\n)\n"
                     "SELECT CASE\n  WHEN i % 15 = 0 THEN 'FizzBuzz'\n  WHEN i % 3 = 0 THEN 'Fizz'\n"
                     "  WHEN i % 5 = 0 THEN 'Buzz'\n  ELSE i\nEND FROM numbers;",
    ("HTML", "hello"): "<!DOCTYPE html>\n<html>\n  <body>\n    <h1>Hello, world!</h1>\n  </body>\n</html>",
    ("Bash", "hello"): "#!/bin/bash\necho \"Hello, world!\"",
    ("Bash", "loop"): "#!/bin/bash\nfor i in $(seq 1 {n}); do\n  echo \"$i\"\ndone",
    ("Bash", "fizz"): "#!/bin/bash\nfor i in $(seq 1 {n}); do\n  if (( i % 15 == 0 )); then echo FizzBuzz\n"
                      "  elif (( i % 3 == 0 )); then echo Fizz\n  elif (( i % 5 == 0 )); then echo Buzz\n"
                      "  else echo \"$i\"\n  fi\ndone"}
FORMULAS = [
    ("the Pythagorean theorem", "a^2 + b^2 = c^2"), ("the quadratic formula", "x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}"),
    ("the area of a circle", "A = \\pi r^2"), ("the circumference of a circle", "U = 2 \\pi r"),
    ("Einstein's mass-energy equation", "E = mc^2"), ("Newton's second law", "F = ma"),
    ("Euler's identity", "e^{i\\pi} + 1 = 0"), ("the sum of the first n numbers", "\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}"),
    ("the volume of a sphere", "V = \\frac{4}{3} \\pi r^3"), ("Ohm's law", "U = R \\cdot I"),
    ("the Gaussian integral", "\\int_{-\\infty}^{\\infty} e^{-x^2} \\, dx = \\sqrt{\\pi}"),
    ("the binomial formula", "(a + b)^2 = a^2 + 2ab + b^2"), ("the law of cosines", "c^2 = a^2 + b^2 - 2ab \\cos \\gamma"),
    ("the definition of the derivative", "f'(x) = \\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}")]
LIST_TOPICS = {
    "fruits": "apple banana cherry grape lemon mango orange peach pear plum".split(),
    "animals": "tiger lion elephant giraffe monkey penguin dolphin horse rabbit bear".split(),
    "colours": "red blue green yellow purple orange pink brown black white".split(),
    "vegetables": "carrot potato tomato onion pepper cabbage spinach cucumber pumpkin garlic".split(),
    "planets": "Mercury Venus Earth Mars Jupiter Saturn Uranus Neptune".split(),
    "weekdays": "Monday Tuesday Wednesday Thursday Friday".split(),
    "musical instruments": "guitar violin piano trumpet drum flute cello harp".split(),
    "programming languages": "Python Java C JavaScript Rust Go Kotlin Ruby".split()}


class Formats:
    """Exercises whose answer has a form."""

    def format(self, kind=None):
        r = self.r
        kind = kind or self.c(["table", "table", "code", "code", "code", "latex", "latex", "list", "heading", "quote", "link", "emph"])
        if kind == "table":
            lo = 1 if self.p(.6) else r.randint(1, 30)
            hi = lo + r.randint(2, 9)
            f, h, nm = self.c([(lambda i: i * i, "Square", "squares")] * 3 + [(lambda i: i ** 3, "Cube", "cubes"), (lambda i: 2 * i, "Double", "doubles")])
            if nm == "cubes":
                lo, hi = 1, r.randint(3, 10)
            u = self.c([f"Write a table of the {nm} from {lo} to {hi}.", f"Make a Markdown table with the {nm} of the numbers {lo} to {hi}.",
                        f"Show the {nm} from {lo} to {hi} as a table.", f"Give me a table of {nm} from {lo} to {hi}", f"table of {nm} {lo} to {hi}"])
            a = f"| Number | {h} |\n|---|---|\n" + "\n".join(f"| {i} | {f(i)} |" for i in range(lo, hi + 1))
            t, ti = f"I write a Markdown table with {hi - lo + 1} rows.", f"Table of {nm} {lo} to {hi}"
        elif kind == "code":
            lang, what = self.c(list(CODE))
            n = r.randint(3, 200)
            d = {"hello": self.c(["a hello world program", "hello world", "a \"Hello, world!\" program"]), "loop": f"a loop that prints the numbers from 1 to {n}",
                 "fizz": self.c([f"FizzBuzz from 1 to {n}", f"FizzBuzz up to {n}", "FizzBuzz"])}[what]
            if d == "FizzBuzz":
                n = 100
            u = self.c([f"Write {d} in {lang}.", f"Show me {d} in {lang}.", f"{d[0].upper() + d[1:]} in {lang}, please.", f"Can you write {d} in {lang}?", f"write {d} in {lang}"])
            body = CODE[(lang, what)].replace("{n1}", str(n + 1)).replace("{n}", str(n))
            a = f"```{lang.lower()}\n{body}\n```"
            t, ti = f"The user wants code in {lang}. I write it in a fenced block.", f"{ {'hello': 'Hello world', 'loop': 'A loop', 'fizz': 'FizzBuzz'}[what]} in {lang}"
        elif kind == "latex":
            nm, f = self.c(FORMULAS)
            if self.p(.5):
                u = self.c([f"Write {nm} as a formula.", f"What is {nm}?", f"Show {nm} in LaTeX.", f"Give me the formula for {nm}."])
                a = f"Here is {nm}:\n\n$$\n{f}\n$$"
            else:
                u = self.c([f"Write {nm} as an inline formula.", f"Show {nm} in inline LaTeX.", f"Give me {nm} inline."])
                a = f"Here is {nm}: ${f}$"
            t, ti = "The user wants a formula. I write it in LaTeX.", f"Formula of {nm}"
        elif kind == "list":
            tp, items = self.c(list(LIST_TOPICS.items()))
            n = r.randint(2, min(7, len(items)))
            num = self.p(.4)
            u = self.c([f"List {n} {tp}{' as a numbered list' if num else ''}.", f"Write a {'numbered' if num else 'bullet'} list of {n} {tp}.",
                        f"Give me {'a numbered' if num else 'a'} list of {n} {tp}."])
            a = "\n".join((f"{i + 1}. " if num else "- ") + w for i, w in enumerate(items[:n]))
            t, ti = f"I write a list with {n} items.", f"List of {n} {tp}"
        elif kind == "heading":
            w, lv = self.word(), r.randint(1, 4)
            u = self.c([f"Write a level {lv} heading about {w}.", f"Write a Markdown heading of level {lv} with the word {w}."])
            a, t, ti = "#" * lv + " " + w.capitalize(), f"A heading of level {lv} starts with {lv} # signs.", f"A heading about {w}"
        elif kind == "quote":
            w = " ".join(self.word() for _ in range(r.randint(2, 6)))
            u = self.c([f"Write \"{w}\" as a block quote.", f"Put this into a block quote: {w}", f"Make a block quote of: {w}"])
            a, t, ti = f"> {w}", "A block quote starts with a > sign.", "A block quote"
        elif kind == "link":
            w = self.word()
            url = f"https://example.{self.c(['com', 'org', 'net'])}/{self.word()}"
            u = self.c([f"Write a Markdown link to {url} with the text {w}.", f"Make a link with the text \"{w}\" to {url}"])
            a, t, ti = f"[{w}]({url})", "A Markdown link has the text in brackets and the address in parentheses.", f"A link about {w}"
        else:
            w = self.word()
            st, m = self.c([("bold", "**"), ("italic", "*"), ("as inline code", "`"), ("struck through", "~~")])
            u = self.c([f"Write the word {w} {st if st.startswith('as') else 'in ' + st if st in ('bold', 'italic') else st}."])
            a, t, ti = f"{m}{w}{m}", f"I put the marks {m} around the word.", f"Formatting the word {w}"
        return dict(u=u, t=t, a=a, title=ti, chk="exact", key=a, sub=kind)

    def long(self, cap=300):
        r = self.r
        k = r.random()
        if k < .55:
            a = 1 if self.p(.6) else r.randint(1, 200)
            b = min(cap, a + (r.randint(5, 60) if self.p(.6) else r.randint(60, 299)))
            b = max(b, a + 2)
            u = self.c([f"Count from {a} to {b}.", f"Count from {a} to {b}", f"Write the numbers from {a} to {b}.", f"List all numbers from {a} to {b}.", f"Please count from {a} to {b}."])
            x, t, ti = ", ".join(map(str, range(a, b + 1))), f"I write every number from {a} to {b}.", f"Counting from {a} to {b}"
        elif k < .7:
            u = self.c(["Recite the alphabet.", "Write the alphabet.", "Say the alphabet", "List the letters of the alphabet.", "What is the alphabet?"])
            x, t, ti = ", ".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "I write the 26 letters from A to Z.", "The alphabet"
        elif k < .85:
            n = r.randint(3, 60)
            u = self.c([f"List the first {n} squares.", f"List {n} squares.", f"Write the first {n} square numbers."])
            x, t, ti = ", ".join(str(i * i) for i in range(1, n + 1)), f"I write i × i for i from 1 to {n}.", f"The first {n} squares"
        else:
            a = r.randint(5, 100)
            u = self.c([f"Count down from {a} to 1.", f"Count backwards from {a} to 1.", f"Count down from {a}."])
            x, t, ti = ", ".join(map(str, range(a, 0, -1))), f"I write every number from {a} down to 1.", f"Counting down from {a}"
        return dict(u=u, t=t, a=x, title=ti, chk="exact", key=x, sub="")
