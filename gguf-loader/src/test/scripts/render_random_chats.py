#!/usr/bin/env python3
"""Renders random chats with the real chat templates and writes what RandomChatsTest compares with.

    render_random_chats.py TEMPLATES > src/test/resources/dev/ponder/qwen/random-chats.jsonl

TEMPLATES is a folder with hybrid-v1.jinja, hybrid-v2.jinja, thinking-2507.jinja, instruct-2507.jinja and demo.jinja,
checked by SHA-256; the texts themselves are not part of this repository. Needs jinja2 (3.1.6 was used). One line per
chat: the input and, for each template that accepts it, the first 16 hex digits of its output's SHA-256.
"""
import hashlib
import json
import random
import sys
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

SHA256 = {
    "hybrid-v1": "87a2728cb8dc9fe424d624542f6060ec05a1d285ebbec578bb078900e33396b5",
    "hybrid-v2": "a55ee1b1660128b7098723e0abcd92caa0788061051c62d51cbe87d9cf1974d8",
    "thinking-2507": "3802169b2a02b81e6adb7ab4f64f91ff02db753c8c3a64a01c35192d3a61d8d7",
    "instruct-2507": "64f85b198065d0fba2a81f37e10ed68161ce2c19a754c7100e67e0ca2ee9c326",
    "demo": "f2444fe4a6e5cbf107d351534bc974b63ee2e01f993604067a8adf43282367a4",
}
CHATS = 400
PIECES = ["Hello", " ", "\n", "\n\n", "\r\n", "\t", "1+1?", "Grüße", "你好", "😀", "e\u0301", "\u2028", "\u007f", "\u0001",
          "<think>", "</think>", "<think>\nx\n</think>\n\n", "<|im_end|>", "<tool_response>", "</tool_response>",
          "<tool_call>", "/no_think", "\"quoted\"", "back\\slash", "<b>&amp;'", "{}", "a b"]
VALUES = [0, 1, -7, 2**63, 10**30, 1.0, 0.1, -0.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.5e300, 2.5,
          True, False, None, "", "text", "zwei\nZeilen", "</tool_call>", "ü😀\u0002\"\\/", [], {}]


def text(rng, most=5):
    return "".join(rng.choice(PIECES) for _ in range(rng.randint(0, most)))


def value(rng, depth=0):
    kind = rng.random()
    if depth < 3 and kind < 0.2:
        return {rng.choice(["city", "zip", "größe", "q\"", "a"]): value(rng, depth + 1) for _ in range(rng.randint(0, 3))}
    if depth < 3 and kind < 0.3:
        return [value(rng, depth + 1) for _ in range(rng.randint(0, 3))]
    return rng.choice(VALUES)


def call(rng):
    arguments = rng.choice([lambda: {"q": value(rng)}, lambda: value(rng), lambda: '{"raw":  ' + text(rng, 2) + "}"])()
    function = {"name": rng.choice(["get_weather", "calc", "näme\""]), "arguments": arguments}
    return {"type": "function", "id": "call_1", "function": function} if rng.random() < 0.7 else function


def user(rng):
    if rng.random() < 0.15:
        return "<tool_response>" + text(rng, 3) + "</tool_response>"
    return text(rng)


def message(rng):
    role = rng.choices(["user", "assistant", "tool", "system", "developer"], [6, 7, 3, 1, 0.3])[0]
    if role != "assistant":
        return {"role": role, "content": user(rng) if role == "user" else text(rng)}
    result = {"role": role, "content": text(rng)}
    if rng.random() < 0.3:
        result["content"] = rng.choice(["\n", ""]) + "<think>\n" + text(rng, 3) + "\n</think>\n\n" + text(rng, 3)
    if rng.random() < 0.4:
        result["reasoning_content"] = rng.choice([None, "", "\n", text(rng), "\n\n" + text(rng) + "\n"])
    if rng.random() < 0.35:
        result["tool_calls"] = [call(rng) for _ in range(rng.randint(0, 2))]
        if rng.random() < 0.3:
            result["content"] = None
    return result


def chat(rng):
    result = {"messages": [message(rng) for _ in range(rng.randint(1, 6))], "add_generation_prompt": rng.random() < 0.8}
    if rng.random() < 0.2:
        result["messages"].insert(0, {"role": "system", "content": text(rng)})
    if rng.random() < 0.35:
        result["tools"] = [{"type": "function", "function": {"name": "f", "parameters": value(rng)}}
                           for _ in range(rng.randint(0, 2))]
    if rng.random() < 0.6:
        result["enable_thinking"] = rng.random() < 0.5
    return result


def load(folder):
    env = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
    env.filters["tojson"] = lambda x: json.dumps(x, ensure_ascii=False)
    templates = {}
    for name, expected in SHA256.items():
        data = (Path(folder) / f"{name}.jinja").read_bytes()
        if hashlib.sha256(data).hexdigest() != expected:
            sys.exit(f"{name}.jinja is not the template that Qwen published")
        templates[name] = env.from_string(data.decode())
    return templates


def main():
    templates = load(sys.argv[1])
    rng = random.Random(20250429)
    for _ in range(CHATS):
        case = chat(rng)
        hashes = {}
        for name, template in templates.items():
            try:
                hashes[name] = hashlib.sha256(template.render(**case).encode()).hexdigest()[:16]
            except (TypeError, AttributeError, jinja2.UndefinedError):
                continue  # hybrid-v1 refuses missing content
        print(json.dumps({"input": case, "sha256": hashes}, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
