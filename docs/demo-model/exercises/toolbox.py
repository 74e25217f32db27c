# SPDX-License-Identifier: Apache-2.0
"""Tools, their schemas, calls and results."""
from .prompts import call_text, dumps
from .words import bucket


class Toolbox:
    """Exercises with tools."""

    def tool_family(self, kind=None):
        """One tool: dict(name, schema, ask(), two)"""
        r, c = self.r, self.c
        kind = kind or c(["weather", "calc", "time", "notes", "search", "readfile", "message", "timer", "stock", "currency", "note_new", "random"] + ["rand"] * 12)
        P = lambda n, t, d: (n, t, d)
        T = dict(kind=kind)
        if kind == "weather":
            T["name"] = c(["get_weather", "weather", "getWeather", "weather_lookup", "get_current_weather", "weather__current"])
            T["desc"] = c(["Get the current weather of a city.", "Returns the weather for a place", "Current weather"])
            T["params"] = [P(c(["city", "location", "place"]), "string", "The city")]
        elif kind == "calc":
            T["name"] = c(["calculator", "calculate", "calc", "math_eval", "evaluate"])
            T["desc"] = c(["Evaluate an arithmetic expression.", "A calculator", "Computes the value of an expression"])
            T["params"] = [P(c(["expression", "expr", "formula", "input"]), "string", "The expression")]
        elif kind == "time":
            T["name"] = c(["current_time", "get_time", "time_now", "get_current_time", "clock"])
            T["desc"] = c(["Get the current time.", "Returns the current date and time", "Current time in a time zone"])
            T["params"] = [] if self.p(.4) else [P(c(["timezone", "city", "zone", "location"]), "string", "The place")]
        elif kind == "notes":
            T["name"] = c(["search_notes", "notes_search", "find_note", "searchNotes"])
            T["desc"] = c(["Search the user's notes.", "Full-text search in notes", "Find notes by text"])
            T["params"] = [P(c(["query", "text", "q", "keyword"]), "string", "What to search for")]
        elif kind == "search":
            T["name"] = c(["web_search", "search", "search_web", "internet_search"])
            T["desc"] = c(["Search the web.", "Web search", "Find pages on the internet"])
            T["params"] = [P(c(["query", "q", "search_term"]), "string", "The query")]
        elif kind == "readfile":
            T["name"] = c(["read_file", "readFile", "open_file", "file_read"])
            T["desc"] = c(["Read a text file.", "Returns the content of a file"])
            T["params"] = [P(c(["path", "file", "filename", "file_path"]), "string", "The file")]
        elif kind == "message":
            T["name"] = c(["send_message", "sendMessage", "message_send", "send_mail"])
            T["desc"] = c(["Send a message to a person.", "Sends a short message"])
            T["params"] = [P(c(["to", "recipient", "person"]), "string", "Who gets it"), P(c(["text", "body", "message"]), "string", "The text")]
        elif kind == "timer":
            T["name"] = c(["set_timer", "start_timer", "timer", "setTimer"])
            T["desc"] = c(["Set a timer.", "Starts a timer of some minutes"])
            T["params"] = [P(c(["minutes", "duration", "min"]), "integer", "Minutes")]
        elif kind == "stock":
            T["name"] = c(["get_stock", "check_stock", "stock_level", "inventory"])
            T["desc"] = c(["How many pieces of an item are in stock.", "Check the stock of an item"])
            T["params"] = [P(c(["item", "product", "article"]), "string", "The item")]
        elif kind == "currency":
            T["name"] = c(["convert_currency", "currency", "exchange", "convertCurrency"])
            T["desc"] = c(["Convert money between currencies.", "Currency conversion"])
            T["params"] = [P("amount", "number", "Amount"), P(c(["from", "source", "from_currency"]), "string", "Source"), P(c(["to", "target", "to_currency"]), "string", "Target")]
        elif kind == "note_new":
            T["name"] = c(["create_note", "add_note", "new_note", "save_note"])
            T["desc"] = c(["Create a note.", "Saves a new note"])
            T["params"] = [P(c(["title", "name", "subject"]), "string", "The title"), P(c(["content", "text", "body"]), "string", "The content")]
        elif kind == "random":
            T["name"] = c(["random_number", "roll", "get_random", "random_int"])
            T["desc"] = c(["A random number between two limits.", "Random integer"])
            T["params"] = [P(c(["min", "low", "from"]), "integer", "Lower limit"), P(c(["max", "high", "to"]), "integer", "Upper limit")]
        else:
            v = c("get set find list check update delete create open close start stop show fetch load save run query count lookup measure rename archive".split()) if self.p(.85) else self.pseudo(1, 2)
            while True:
                n = c(self.anyword) if self.p(.6) else self.pseudo(1, 3)
                nm = c([f"{v}_{n}", f"{v}_{n}", f"{v}{n.capitalize()}", f"{n}_{v}", f"{v}-{n}", f"{n}__{v}_{self.pseudo(1, 2)}", f"{v}_{n}_{self.pseudo(1, 2)}"])
                if bucket(nm, 12) == self.split:
                    break
            T["name"] = nm
            T["desc"] = c([f"{v.capitalize()} the {n}.", f"{v.capitalize()} a {n} of the system", f"This tool can {v} a {n}."])
            pool = [("id", "integer"), ("name", "string"), ("count", "integer"), ("enabled", "boolean"), ("color", "string"), ("size", "number"), ("path", "string"), ("text", "string"),
                    ("level", "integer"), ("mode", "string"), ("date", "string"), ("user", "string"), ("limit", "integer"), ("force", "boolean"), ("price", "number"), ("key", "string"), (self.pseudo(1, 3), "string"), (self.pseudo(2, 2), "integer")]
            T["params"] = [(a, t, c([f"The {a}", f"{a.capitalize()} of the {n}", ""])) for a, t in r.sample(pool, c([0, 1, 1, 1, 2, 2, 3]))]
            T["params"] = list({p[0]: p for p in T["params"]}.values())
            T["vn"] = (v, n)
        if self.novel and kind != "rand" and self.p(self.novel):
            n = c([kind, kind, self.word(), self.pseudo(1, 3)])
            v = c("get fetch do run query read show lookup compute find my app builtin".split()) if self.p(.6) else self.fuzzy()
            T["name"] = c([f"{v}_{n}", f"{n}_{v}", f"{v}{n.capitalize()}", f"{n}-{v}", f"{n}.{v}", f"{v}__{n}", n, f"{v}_{n}_{self.fuzzy()}"])
            T["params"] = [(a if self.p(.5) else self.fuzzy() + c(["", "", str(i)]), t, d) for i, (a, t, d) in enumerate(T["params"])]
            if len({p[0] for p in T["params"]}) < len(T["params"]):
                T["params"] = [(f"{a}{i}", t, d) for i, (a, t, d) in enumerate(T["params"])]
        props = {}
        for a, t, d in T["params"]:
            props[a] = {"type": t, **({"description": d} if d and T.setdefault("dd", self.p(.7)) else {})}
        par = {"type": "object", "properties": props}
        if self.p(.85):
            par["required"] = [p[0] for p in T["params"]]
        if self.p(.1):
            par["additionalProperties"] = False
        fn = {"name": T["name"], "description": T["desc"], "parameters": par}
        if self.p(.08):
            fn = {"name": T["name"], "parameters": par, "description": T["desc"]}
        T["schema"] = {"type": "function", "function": fn}
        return T

    def expr(self):
        a, b, d = self.num(self.r.randint(1, 4)), self.num(self.r.randint(1, 4)), self.num(2)
        return self.c([f"{a} + {b}", f"{a} * {b}", f"{a} - {b}", f"{a} / {max(b, 1)}", f"({a} + {b}) * {d}", f"{a} * {b} + {d}", f"{a}+{b}", f"{a}*{b}"])

    def tool_value(self, T):
        """(args, words for the query, response text, answer text)"""
        r, c = self.r, self.c
        k, ps = T["kind"], T["params"]
        g = lambda *v: {p[0]: x for p, x in zip(ps, v)}
        if k == "weather":
            ci, te, co = self.city(), r.randint(-15, 38), c(["sunny", "cloudy", "rainy", "snowy", "windy", "foggy", "clear"])
            resp = c([dumps({"city": ci, "temperature": te, "condition": co}), f"{ci}: {te} °C, {co}", dumps({"temperature": te, "condition": co}), f"{co}, {te} °C", dumps({"temp": te, "sky": co}, True)])
            return g(ci), ci, resp, f"The weather in {ci} is {co} with {te} °C."
        if k == "calc":
            e = self.expr()
            try:
                v = eval(e)
            except ZeroDivisionError:
                v = 0
            v = round(v, 4) if isinstance(v, float) else v
            if isinstance(v, float) and v == int(v):
                v = int(v)
            if self.p(.3):
                v = self.num(r.randint(1, 6))
            return g(e), e, c([str(v), dumps({"result": v}), f"{e} = {v}", f"Result: {v}"]), f"{e} = {v}"
        if k == "time":
            ci = self.city()
            h = f"{r.randint(0, 23):02d}:{r.randint(0, 59):02d}"
            d = f"20{r.randint(24, 35)}-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}"
            resp = c([h, f"{d} {h}", f"{d}T{h}:00", dumps({"time": h})])
            return (g(ci) if ps else {}), ci, resp, (f"The time in {ci} is {h}." if ps else f"The time is {h}.")
        if k in ("notes", "search"):
            w = c([self.word, lambda: self.word() + " " + self.word(), self.pseudo])()
            if self.p(.15):
                return g(w), w, c(["No results.", "[]", "nothing found"]), f"I found nothing about {w}."
            t = " ".join(self.word() for _ in range(r.randint(2, 6)))
            resp = c([t, dumps([t]), dumps({"title": w, "text": t}), f"1. {t}"])
            return g(w), w, resp, f"I found this about {w}: {t}"
        if k == "readfile":
            w = self.word() + c([".txt", ".md", ".csv", ".json"])
            if self.p(.15):
                return g(w), w, c(["Error: file not found", dumps({"error": "file not found"})]), f"I could not read {w}: file not found."
            t = " ".join(self.word() for _ in range(r.randint(2, 8)))
            return g(w), w, c([t, dumps({"content": t})]), f"The file {w} contains: {t}"
        if k == "message":
            n, t = self.name(), " ".join(self.word() for _ in range(r.randint(1, 4)))
            return g(n, t), (n, t), c(["ok", "sent", dumps({"status": "sent"}), "Message delivered."]), f"I sent the message to {n}."
        if k == "timer":
            m = r.randint(1, 120)
            return g(m), str(m), c(["ok", "started", dumps({"status": "ok"}), "Timer set."]), f"The timer is set to {m} minutes."
        if k == "stock":
            w, n = self.word(), r.randint(0, 500)
            return g(w), w, c([str(n), dumps({"stock": n}), f"{n} pieces"]), f"There are {n} pieces of {w} in stock."
        if k == "currency":
            x, a, b, v = r.randint(1, 999), c(["USD", "EUR", "JPY", "GBP"]), c(["CHF", "CNY", "INR", "SEK"]), r.randint(1, 9999) / 100
            return g(x, a, b), (x, a, b), c([f"{v}", dumps({"result": v}), f"{v} {b}"]), f"{x} {a} are {v} {b}."
        if k == "note_new":
            w, t = self.word(), " ".join(self.word() for _ in range(r.randint(1, 5)))
            return g(w, t), (w, t), c(["ok", "saved", dumps({"status": "saved"}), "Note created."]), f"I saved the note {w}."
        if k == "random":
            a, b = r.randint(0, 50), r.randint(51, 1000)
            v = r.randint(a, b)
            return g(a, b), (a, b), c([str(v), dumps({"value": v})]), f"The random number is {v}."
        args = {}
        for a, t, _ in ps:
            args[a] = {"integer": lambda: r.randint(0, 9999), "number": lambda: c([r.randint(1, 99), r.randint(1, 999) / 10]), "boolean": lambda: self.p(.5),
                       "string": c([self.word, self.city, self.name, self.code, self.pseudo, lambda: self.word() + " " + self.word(), lambda: self.word() + ".txt"])}[t]()
        x = r.random()
        nm = T["name"]
        if x < .4:
            t = " ".join(self.word() for _ in range(r.randint(1, 8)))
            return args, None, t, f"Result of {nm}: {t}"
        if x < .7:
            v = c([self.num(r.randint(1, 5)), self.word(), self.code()])
            return args, None, dumps({c(["result", "value", "output"]): v}), f"Result of {nm}: {v}"
        if x < .85:
            return args, None, c(["ok", "done", dumps({"status": "ok"}), "success"]), f"Done: {nm} was successful."
        e = c(["not found", "access denied", "timeout", "invalid value", "out of memory", self.word() + " is missing"])
        return args, None, c([f"Error: {e}", dumps({"error": e})]), f"The tool {nm} failed: {e}"

    def tool_query(self, T, vals):
        c, k, nm = self.c, T["kind"], T["name"]
        q = []
        args = [v[0] for v in vals]
        w = [v[1] for v in vals]
        two = len(vals) == 2
        if two and k != "rand":
            j = f"{w[0]} and {w[1]}" if not isinstance(w[0], tuple) else None
            return {"weather": lambda: c([f"What is the weather in {w[0]} and in {w[1]}?", f"How is the weather in {j}?", f"Compare the weather in {j}."]),
                    "calc": lambda: c([f"What is {w[0]} and what is {w[1]}? Use the tool.", f"Calculate {w[0]} and {w[1]}.", f"Compute {j} with the calculator."]),
                    "time": lambda: c([f"What time is it in {w[0]} and in {w[1]}?", f"Tell me the time in {j}."]),
                    "notes": lambda: c([f"Search my notes for {w[0]} and for {w[1]}.", f"Look up {j} in my notes."]),
                    "search": lambda: c([f"Search the web for {w[0]} and for {w[1]}."]),
                    "readfile": lambda: c([f"Read the files {j}.", f"What is in {w[0]} and in {w[1]}?"]),
                    "stock": lambda: c([f"How many {w[0]} and how many {w[1]} are in stock?", f"Check the stock of {j}."]),
                    "timer": lambda: f"Set two timers: {w[0]} minutes and {w[1]} minutes.",
                    "message": lambda: f"Send {w[0][0]} the message \"{w[0][1]}\" and {w[1][0]} the message \"{w[1][1]}\".",
                    "currency": lambda: f"Convert {w[0][0]} {w[0][1]} to {w[0][2]} and {w[1][0]} {w[1][1]} to {w[1][2]}.",
                    "note_new": lambda: f"Save two notes: {w[0][0]} with the text \"{w[0][1]}\" and {w[1][0]} with the text \"{w[1][1]}\".",
                    "random": lambda: f"Give me a random number from {w[0][0]} to {w[0][1]} and one from {w[1][0]} to {w[1][1]}."}[k]()
        x = w[0]
        if k == "weather":
            return c([f"What is the weather in {x}?", f"How is the weather in {x}?", f"Weather in {x}?", f"Is it cold in {x} right now?", f"Do I need an umbrella in {x}?", f"What's the weather like in {x}?", f"Use {nm} for {x}."])
        if k == "calc":
            return c([f"What is {x}?", f"Calculate {x}.", f"Use the calculator: {x}", f"What is {x}? Use the {nm} tool.", f"Compute {x} with {nm}.", f"{x}"])
        if k == "time":
            return c([f"What time is it in {x}?", f"What is the time in {x} now?", f"Tell me the current time in {x}."]) if T["params"] else c(["What time is it?", "What is the current time?", "Tell me the time.", "What date is it?"][:3])
        if k == "notes":
            return c([f"Search my notes for {x}.", f"Do I have a note about {x}?", f"Find {x} in my notes.", f"What do my notes say about {x}?"])
        if k == "search":
            return c([f"Search the web for {x}.", f"Look up {x} on the internet.", f"Google {x}.", f"Find web pages about {x}."])
        if k == "readfile":
            return c([f"Read the file {x}.", f"What is in {x}?", f"Open {x} and tell me what it says.", f"Show me the content of {x}."])
        if k == "message":
            return c([f"Send {x[0]} the message \"{x[1]}\".", f"Tell {x[0]}: {x[1]}", f"Write to {x[0]}: \"{x[1]}\""])
        if k == "timer":
            return c([f"Set a timer for {x} minutes.", f"Start a {x} minute timer.", f"Timer: {x} minutes"])
        if k == "stock":
            return c([f"How many {x} are in stock?", f"Check the stock of {x}.", f"Do we have any {x} left?"])
        if k == "currency":
            return c([f"Convert {x[0]} {x[1]} to {x[2]}.", f"How much is {x[0]} {x[1]} in {x[2]}?", f"{x[0]} {x[1]} in {x[2]}"])
        if k == "note_new":
            return c([f"Create a note {x[0]} with the text \"{x[1]}\".", f"Save a note titled {x[0]}: {x[1]}"])
        if k == "random":
            return c([f"Give me a random number from {x[0]} to {x[1]}.", f"Random number between {x[0]} and {x[1]}, please."])

        def say(a):
            f = c(["{k} {v}", "{k} {v}", "{k}={v}", "{k}: {v}", "{k} \"{v}\""])
            return c([", ", " and ", ", "]).join(f.format(k=kk, v=str(vv).lower() if isinstance(vv, bool) else vv) for kk, vv in a.items())
        v, n = T["vn"]
        if two:
            return c([f"Call {nm} twice: first with {say(args[0])}, then with {say(args[1])}.", f"Use {nm} with {say(args[0])} and then again with {say(args[1])}."])
        a = args[0]
        if not a:
            return c([f"Use {nm}.", f"Call {nm}.", f"{v.capitalize()} the {n}, please.", f"Please {v} the {n}.", f"Call the tool {nm}."])
        return c([f"Use {nm} with {say(a)}.", f"Call {nm} with {say(a)}.", f"{v.capitalize()} the {n} with {say(a)}.", f"Please {v} the {n}: {say(a)}", f"Use the tool {nm}: {say(a)}", f"Run {nm} ({say(a)})"])

    def tool(self, tools, two=None, second=None):
        """A tool turn: u, calls [(name, args)], responses, answer."""
        c = self.c
        T = c(tools)
        if two is None:
            two = self.p(.18)
        if T["kind"] == "rand" and not T["params"]:
            two = False
        if T["kind"] == "time" and not T["params"]:
            two = False
        vals = [self.tool_value(T) for _ in range(2 if two else 1)]
        u = self.tool_query(T, vals)
        calls = [(T["name"], v[0]) for v in vals]
        call = "\n".join(call_text(*x) for x in calls)
        what = ", ".join(f"{k} = {dumps(v)}" for k, v in vals[0][0].items()) or "no arguments"
        t1 = f"The tool {T['name']} fits. I call it with {what}." if not two else f"The tool {T['name']} fits. I call it twice, the first time with {what}."
        ans = " ".join(v[3] for v in vals) if not two else "\n".join("- " + v[3] for v in vals)
        return dict(u=u, calls=calls, t=t1, a=call, resp=[v[2] for v in vals], t2="The tool has answered. I tell the user the result.", a2=ans,
                    title={"weather": "Weather request", "calc": "A calculation with a tool", "time": "The current time"}.get(T["kind"], f"Using the tool {T['name']}"),
                    chk="exact", key=call, sub=("two" if two else "one") + ("_rand" if T["kind"] == "rand" else "_known"))

    def unfit(self):
        c = self.c
        u, w = c([(f"What is the weather in {self.city()}?", "the weather"), ("What time is it?", "the time"), (f"Search the web for {self.word()}.", "the web"), (f"Search my notes for {self.word()}.", "your notes"),
                  (f"Read the file {self.word()}.txt.", "files"), (f"Send {self.name()} a message.", "messages"), (f"Set a timer for {self.r.randint(2, 90)} minutes.", "timers"), ("What is the date today?", "the date"),
                  (f"How is the weather in {self.city()}?", "the weather")])
        a = f"I have no tool for {w} here, so I cannot do that."
        return dict(u=u, t=f"This needs a tool for {w}, but I have none.", a=a, title=f"A request about {w}", chk="exact", key=a, sub="unfit")
