#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Synthetic conversations for the toy model "qwen3-demo".

Everything the demo model knows is produced by this file and the exercises beside it: seeded,
endless, multi-turn conversations in Qwen3's prompt format, with and without thinking, with and
without tools.
Three disjoint splits exist ("train", "public", "hidden"): words, names, number pairs and
tool names are assigned to one of them by a hash, random strings by their seed.

    python3 generate.py --n 5 --seed 1            # look at some training samples
    python3 generate.py --selftest                # compare the fast renderer with the template
"""
import argparse
import json

from exercises.arithmetic import Arithmetic
from exercises.copies import Copies
from exercises.formats import Formats
from exercises.letters import Letters
from exercises.memory import Memory
from exercises.phrases import SYSTEMS, TITLE_ASK
from exercises.prompts import EMPTY_THINK, WRAP, render
from exercises.source import Source
from exercises.talk import Talk
from exercises.toolbox import Toolbox
from exercises.words import WORDS


class Gen(Arithmetic, Letters, Memory, Talk, Formats, Copies, Toolbox, Source):
    """Seeded sample generator of one split: picks tasks and builds whole conversations."""

    def plain(self, task, st):
        if task == "recall":
            return self.ask_fact(st)
        return getattr(self, task)()

    def history_turn(self, msgs, st, tools, long=False):
        """Adds one finished earlier turn."""
        r = self.r
        if tools and self.p(.35):
            d = self.tool(tools)
            msgs += [dict(role="user", content=d["u"]), dict(role="assistant", content="", tool_calls=[dict(type="function", function=dict(name=n, arguments=a)) for n, a in d["calls"]])]
            msgs += [dict(role="tool", content=x) for x in d["resp"]]
            msgs.append(dict(role="assistant", content=d["a2"]))
            return d
        if self.p(.4):
            d = self.state_facts(st, self.c([1, 1, 1, 2, 3]))
        else:
            task = self.c(["arith", "letters", "capital", "chat", "translate", "fallback", "copy", "recall", "format", "story", "file"] + (["long", "format", "story"] * 2 if long else []))
            if tools and task == "arith" and any(t["kind"] == "calc" for t in tools):
                task = "capital"
            d = self.plain(task, st)
        u = d["u"]
        if self.p(.04):
            st["_tag"] = self.c(["/think", "/no_think"])
            u += " " + st["_tag"]
        msgs += [dict(role="user", content=u), dict(role="assistant", content=d.get("direct", d["a"]))]
        return d

    def sample(self, task=None, mode=None, turns=None, **kw):
        """Returns dict(messages, tools, prompt, target, task, sub, mode, chk, key, answer)."""
        r, c = self.r, self.c
        if task is None:
            task = r.choices([t[0] for t in self.tasks], [t[1] for t in self.tasks])[0]
        if mode is None:
            mode = r.choices(["think", "direct", "soft_no", "soft_yes"], [50, 38, 7, 5])[0]
            if task == "title" and mode == "think" and self.p(.7):
                mode = "direct"
        if turns is None:
            turns = r.choices([1, 2, 3, 4, 5, 6], [60, 17, 11, 6, 3, 3])[0]
        long = turns > 1 and self.p(.03) and self.split == "train"
        if long:
            turns = r.randint(5, 14)
        msgs, st, tools = [], {}, []
        need_tools = task == "tool" or self.p(.10)
        if need_tools:
            for _ in range(c([1, 2, 2, 3, 3, 4, 5])):
                T = self.tool_family()
                if T["name"] not in [t["name"] for t in tools] and not (T["kind"] != "rand" and T["kind"] in [t["kind"] for t in tools]):
                    tools.append(T)
        if task == "unfit":
            tools = [t for t in tools if t["kind"] == "rand"]
        rule = None
        if self.p(.45):
            s = c(SYSTEMS) if self.p(.8) else self.longsystem()
            if self.p(.12):
                tmp = {}
                self.state_facts(tmp, r.randint(1, 3))
                s += "\n" + c(["What you know about the user:", "Memory:", "About the user:", "The user told you earlier:"])
                for k, (v, kind) in tmp.items():
                    st[k] = (v, kind)
                    s += f"\n- {'the ' + kind + ' is called' if k == 'pet' else k + ':'} {v}"
            if self.p(.07) and task not in ("copy", "tool", "title"):
                w = c(WORDS)
                rule = c(["Always end your answer with the word {}.", "End every answer with: {}"]).format(w)
                s += " " + rule
                rule = w
            msgs.append(dict(role="system", content=s))
        first = None
        if task == "recall" and not [k for k in st if k[0] != "_"] and turns == 1 and self.p(.85):
            turns = r.randint(2, 4)
        if task == "title" and turns == 1:
            turns = 2
        hist = turns - 1
        stated = False
        for h in range(hist):
            if task == "recall" and not stated and (h == 0 if self.p(.6) else h == hist - 1) and not [k for k in st if k[0] != "_"]:
                d = self.state_facts(st, c([1, 1, 2, 3]))
                msgs += [dict(role="user", content=d["u"]), dict(role="assistant", content=d["a"])]
                stated = True
            else:
                d = self.history_turn(msgs, st, tools, long)
            first = first or d
        facts = {k: v for k, v in st.items() if k[0] != "_"}
        tag = st.get("_tag")
        extra = {}
        if task == "tool":
            d = self.tool(tools, **kw)
        elif task == "title":
            d = dict(u=c(TITLE_ASK), t=f"The conversation began with this subject: {first['title']}.", a=first["title"], chk="exact", key=first["title"], sub="")
            if self.p(.3):
                lines = []
                for m in msgs:
                    if m["role"] == "user":
                        lines.append("User: " + m["content"])
                    elif m["role"] == "assistant" and m["content"]:
                        lines.append("Assistant: " + m["content"])
                msgs = [m for m in msgs[:1] if m["role"] == "system"]
                txt = "\n".join(lines)
                d["u"] = c([f"{d['u']}\n\n{txt}", f"Conversation:\n{txt}\n\n{d['u']}"])
        elif task == "recall":
            d = self.ask_fact(facts)
        else:
            if task == "arith" and any(t["kind"] == "calc" for t in tools):
                tools = [t for t in tools if t["kind"] != "calc"]
                if any("tool_calls" in m for m in msgs):
                    msgs = [m for m in msgs if m["role"] == "system"]
            if task == "recall_state":
                d = self.state_facts(st)
            else:
                d = getattr(self, task)(**kw)
        u, answer, think = d["u"], d["a"], d["t"]
        enable = mode != "direct"
        if mode == "soft_no":
            u += c([" /no_think", " /no_think", "\n/no_think"])
        elif mode == "soft_yes":
            u += " /think"
        elif mode == "direct" and self.p(.06):
            u += c([" /no_think", " /think"])
        thinking = mode in ("think", "soft_yes")
        if mode == "think" and tag == "/no_think":
            thinking = False
            mode = "soft_no"
        msgs.append(dict(role="user", content=u))
        if not thinking:
            answer = d.get("direct", answer)
        key, chk, sub = d["key"], d["chk"], d["sub"]
        if task == "tool" and (kw["second"] if "second" in kw else self.p(.5)):
            m = dict(role="assistant", content="", tool_calls=[dict(type="function", function=dict(name=n, arguments=a)) for n, a in d["calls"]])
            if thinking and self.p(.75):
                m["reasoning_content"] = think
            msgs.append(m)
            msgs += [dict(role="tool", content=x) for x in d["resp"]]
            think, answer, key, sub = d["t2"], d["a2"], d["a2"], "answer"
        if rule:
            answer += "\n\n" + rule
            if chk == "exact":
                key = answer
        schemas = [t["schema"] for t in tools]
        prompt = render(msgs, schemas, enable, compact=bool(tools) and self.split == "train" and self.p(.25))
        if thinking:
            target = "<think>\n" + think + "\n</think>\n\n" + answer
        elif enable:
            target = EMPTY_THINK + answer
        else:
            target = answer
        # cut thinking: the budget message ends it, the model answers with its best guess
        if thinking and task in ("arith", "letters", "prime") and self.split == "train" and self.p(.12):
            n = r.randint(0, len(think))
            part = think[:n]
            if task == "prime":
                nn, f, lines = d["prime"]
                seen = f is not None and "Divisible!" in part
                answer = (f"No, {nn} is not a prime number, because it is divisible by {f}." if seen else
                          f"I could not finish, but my best guess is: Yes, {nn} is a prime number.")
                if rule:
                    answer += "\n\n" + rule
            prompt += "<think>\n" + part
            extra["wrap"] = c(["\n\n" + WRAP, "\n" + WRAP, WRAP, "\n</think>\n\n", "\n\n" + WRAP])
            target = answer
        return dict(messages=msgs, tools=schemas, prompt=prompt, target=target + "<|im_end|>", task=task, sub=sub, mode=mode, chk=chk, key=key,
                    answer=answer, thinking=thinking, word=d.get("word"), **extra)


def selftest(path="chat_template.jinja", reference=None):
    import jinja2
    env = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
    env.filters["tojson"] = lambda x, **k: json.dumps(x, ensure_ascii=False)
    env.globals["raise_exception"] = lambda m: (_ for _ in ()).throw(ValueError(m))
    tpls = [env.from_string(open(p, encoding="utf-8").read()) for p in [path] + ([reference] if reference else [])]
    g, n = Gen(99, "public"), 0
    for i in range(3000):
        s = g.sample()
        if "wrap" in s:
            continue
        for en in (True, False):
            want = render(s["messages"], s["tools"], en)
            for t in tpls:
                got = t.render(messages=s["messages"], tools=s["tools"] or None, add_generation_prompt=True, enable_thinking=en)
                assert got == want, (got, want)
        n += 1
    print("templates agree on", n, "conversations")


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--n", type=int, default=5)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--split", default="train")
    ap.add_argument("--task")
    ap.add_argument("--selftest", action="store_true")
    ap.add_argument("--reference", help="a second template to compare with in the self-test")
    a = ap.parse_args()
    if a.selftest:
        selftest(reference=a.reference)
    else:
        g = Gen(a.seed, a.split)
        for _ in range(a.n):
            s = g.sample(a.task)
            print(f"--- {s['task']} {s['sub']} {s['mode']}\n{s['prompt']}{s.get('wrap', '')}\033[32m{s['target']}\033[0m\n")
