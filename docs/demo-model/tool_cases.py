#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes cases with tools, in the form of the public cases: calls to be made, and results to be used.

    python3 tool_cases.py > ../../app/src/test/resources/dev/ponder/tool-cases/generated.jsonl
"""
import argparse
import json

from generate import Gen

GROUPS = {"one_known": "tool call, known kinds", "one_rand": "tool call, made-up tools", "answer": "answer from tool result"}


def cases(count, seed):
    gen = Gen(seed, "public")
    number = 0
    while number < count:
        mode = "think" if number % 2 else "direct"
        case = gen.sample("tool", mode, second=number % 4 > 1)
        if case["mode"] != mode or case["chk"] != "exact" or len(json.dumps(case["messages"])) > 1500:
            continue
        group = GROUPS.get(case["sub"], "two tool calls in a turn")
        yield dict(id=f"tools-{number:03d}", group=group, mode=mode, think=mode == "think", thinks=mode == "think",
                   messages=case["messages"], tools=case["tools"], check="exact", expected=case["key"], kind=case["sub"])
        number += 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", type=int, default=200)
    parser.add_argument("--seed", type=int, default=4242)
    arguments = parser.parse_args()
    for line in cases(arguments.n, arguments.seed):
        print(json.dumps(line, ensure_ascii=False))
