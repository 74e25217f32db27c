# SPDX-License-Identifier: Apache-2.0
"""Exact copies."""
from .formats import FORMULAS
from .phrases import PHRASES
from .prompts import dumps

EMOJI = list("😀😂😍🤔👍🎉🚀🌍🔥✅❌⭐💡📎🐱🐶🍕☕🎵⚽🏠🌧☀❤🙏🙂😎🤖🧠🔧📌📷🌈🍎")
PUNCT = list("!?.,;:-_+*/=#&%$@()[]{}<>\"'|~^\\`")


class Copies:
    """Exercises that repeat a text."""

    def piece(self):
        r, c = self.r, self.c
        w = self.word
        k = r.randint(0, 19)
        if k <= 3:
            s = " ".join(w() for _ in range(r.randint(1, 12)))
            return s.capitalize() + c([".", "!", "?", "", ""]) if self.p(.5) else s
        if k == 4:
            return "".join(r.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") for _ in range(r.randint(2, 24)))
        if k == 5:
            return "".join(c(PUNCT) + (" " if self.p(.3) else "") for _ in range(r.randint(1, 12)))
        if k == 6:
            tag = c(["p", "b", "i", "div", "span", "h1", "h2", "li", "em", "script", "td", "a"])
            at = f' {c(["class", "id", "href", "style", "onclick"])}="{w()}{c(["", "()", ":1", "/" + w()])}"' if self.p(.4) else ""
            return f"<{tag}{at}>{w()}{c(['', ' ' + w(), ' <b>' + w() + '</b>', '<br>', ' &amp; ' + w()])}</{tag}>"
        if k == 7:
            return c([f"**{w()}**", f"*{w()} {w()}*", f"`{w()}()`", f"[{w()}](https://{w()}.example/{w()})", f"# {w().capitalize()}", f"> {w()} {w()}",
                      f"- {w()}\n- {w()}\n- {w()}", f"1. {w()}\n2. {w()}", f"| {w()} | {w()} |\n|---|---|\n| {r.randint(0, 99)} | {w()} |", f"~~{w()}~~", f"![{w()}]({w()}.png)",
                      f"## {w()} {w()}\n\n{w()} {w()} {w()}.", f"---\n{w()}", f"- [ ] {w()}\n- [x] {w()}"])
        if k == 8:
            v, n = w(), r.randint(0, 999)
            code = c([f"{v} = {n}", f"print({v!r})", f"if ({v} > {n}) {{ return {w()}; }}", f"for (int i = 0; i < {n}; i++) {v}(i);", f"def {v}(x):\n    return x + {n}",
                      f"SELECT {v} FROM {w()} WHERE id = {n};", f"const {v} = ({w()}) => {n};", f"echo \"${v.upper()}\" | grep {w()}", f"{v}.{w()}({n}, \"{w()}\")",
                      f"#include <{v}.h>\nint main() {{ return {n}; }}"])
            return f"```{c(['', 'python', 'java', 'c', 'js'])}\n{code}\n```" if self.p(.35) else code
        if k == 9:
            return "".join(c(EMOJI) if self.p(.7) else chr(r.randint(0x1F300, 0x1F6FF)) for _ in range(r.randint(1, 6)))
        if k == 10:
            return c(c(PHRASES)[1:])
        if k == 11:
            lo, hi = c([(0x4E00, 0x9FA5), (0x3041, 0x3096), (0x30A1, 0x30FA), (0xAC00, 0xD7A3), (0x0621, 0x064A), (0x0410, 0x044F), (0x03B1, 0x03C9), (0x0905, 0x0939), (0x00C0, 0x00FF), (0x0E01, 0x0E30), (0x05D0, 0x05EA)])
            return "".join(chr(r.randint(lo, hi)) + (" " if self.p(.12) else "") for _ in range(r.randint(1, 10))).strip()
        if k == 12:
            return c([f"${w()[0]}^{r.randint(2, 9)}$", "$$\n" + c(FORMULAS)[1] + "\n$$", f"$\\frac{{{r.randint(1, 9)}}}{{{r.randint(2, 99)}}}$", f"\\({c(FORMULAS)[1]}\\)", f"${c(FORMULAS)[1]}$"])
        if k == 13:
            return c([dumps({w(): w(), w(): r.randint(0, 999)}), dumps({w(): [r.randint(0, 9), w()]}, True), f"https://{w()}.example/{w()}?{w()}={r.randint(0, 99)}",
                      f"{w()}@{w()}.example", f"20{r.randint(10, 39)}-0{r.randint(1, 9)}-{r.randint(10, 28)}", f"C:\\{w()}\\{w()}.txt", f"/{w()}/{w()}.{c(['txt', 'py', 'md'])}", f"{r.randint(0, 999)}.{r.randint(0, 99)} €"])
        if k == 14:
            return " ".join(str(self.num(r.randint(1, 7))) for _ in range(r.randint(1, 8)))
        if k == 15:
            x = w()
            return c([" ", "", ", ", "\n"]).join([x] * r.randint(2, 6)) + c(["", " " + w()])
        if k == 16:
            return w().upper() + c(["_", "-", " ", "."]) + w().capitalize()
        if k == 17:
            return f"{self.name()} {c(['said', 'wrote', 'asked'])}: \"{w()} {w()} {w()}{c(['.', '?', '!'])}\" ({w()}; {w()} & {w()})"
        if k == 18:
            return c(["Ä", "é", "ß", "ñ", "ç", "ø", "ü", "œ", "ł", "ş"]) + w() + c(["ä", "ö", "ü", "é", "è", "ñ", "ô"]) + w()
        return c(["Hello, world!", "The quick brown fox jumps over the lazy dog.", "Lorem ipsum dolor sit amet", "test", "ok", "OK", "foo bar baz", "Yes.", "42", "Hello", "done", "pong", "Line one\nLine two\nLine three"])

    def copy(self, ntok=None, maxchars=None):
        r = self.r
        n = 1 if self.p(.5) else r.randint(2, 4) if self.p(.7) else r.randint(4, 10)
        seps = [" ", " ", "\n", "\n\n", ", ", " | "]
        if self.p(.05) and self.split == "train":
            n = r.randint(10, 30)
        s = self.c(seps)
        txt = s.join(self.piece() for _ in range(n)).strip()
        txt = txt[:r.randint(300, 420) if n <= 10 else 1200].strip()
        if self.p(.55):
            u = self.c(["Repeat exactly: {}"] * 4 + ["Repeat exactly:\n{}", "Repeat exactly:\n\n{}"]).format(txt)
        else:
            u = self.c(["Repeat after me: {}", "Say exactly this: {}", "Echo: {}", "Copy this text:\n\n{}", "Please repeat exactly: {}", "Repeat the following text exactly:\n{}",
                        "Write exactly this and nothing else: {}", "Output exactly: {}", "Repeat: {}", "Answer with exactly this text: {}", "Say \"{}\""]).format(txt)
        return dict(u=u, t="The user wants an exact copy of the text. I repeat it without any change.", a=txt, title="Repeating a text", chk="exact", key=txt, sub="")
