# SPDX-License-Identifier: Apache-2.0
"""Qwen3's prompt format, and the sentence that cuts a thought short."""
import json

TOOLS_HEAD = ("# Tools\n\nYou may call one or more functions to assist with the user query.\n\n"
              "You are provided with function signatures within <tools></tools> XML tags:\n<tools>")
TOOLS_TAIL = ("\n</tools>\n\nFor each function call, return a json object with function name and arguments "
              "within <tool_call></tool_call> XML tags:\n<tool_call>\n{\"name\": <function-name>, "
              "\"arguments\": <args-json-object>}\n</tool_call><|im_end|>\n")
EMPTY_THINK = "<think>\n\n</think>\n\n"
WRAP = ("Considering the limited time by the user, I have to give the solution based on the thinking "
        "directly now.\n</think>\n\n")


def dumps(o, compact=False):
    return json.dumps(o, ensure_ascii=False, separators=(",", ":") if compact else (", ", ": "))


def render(messages, tools=None, enable_thinking=True, compact=False):
    """Same text as chat_template.jinja with add_generation_prompt (checked by --selftest)."""
    out = []
    if tools:
        out.append("<|im_start|>system\n")
        if messages[0]["role"] == "system":
            out.append(messages[0]["content"] + "\n\n")
        out.append(TOOLS_HEAD)
        for t in tools:
            out.append("\n" + dumps(t, compact))
        out.append(TOOLS_TAIL)
    elif messages[0]["role"] == "system":
        out.append("<|im_start|>system\n" + messages[0]["content"] + "<|im_end|>\n")
    last_query = max(i for i, m in enumerate(messages) if m["role"] == "user")
    for i, m in enumerate(messages):
        role = m["role"]
        if role == "user" or (role == "system" and i > 0):
            out.append("<|im_start|>" + role + "\n" + m["content"] + "<|im_end|>\n")
        elif role == "assistant":
            think = m.get("reasoning_content") or ""
            if i > last_query and (i == len(messages) - 1 or think):
                out.append("<|im_start|>assistant\n<think>\n" + think.strip("\n") + "\n</think>\n\n"
                           + m["content"].lstrip("\n"))
            else:
                out.append("<|im_start|>assistant\n" + m["content"])
            for k, c in enumerate(m.get("tool_calls") or []):
                if k or m["content"]:
                    out.append("\n")
                out.append(call_text(c["function"]["name"], c["function"]["arguments"]))
            out.append("<|im_end|>\n")
        elif role == "tool":
            if messages[i - 1]["role"] != "tool":
                out.append("<|im_start|>user")
            out.append("\n<tool_response>\n" + m["content"] + "\n</tool_response>")
            if i + 1 == len(messages) or messages[i + 1]["role"] != "tool":
                out.append("<|im_end|>\n")
    out.append("<|im_start|>assistant\n")
    if not enable_thinking:
        out.append(EMPTY_THINK)
    return "".join(out)


def call_text(name, args):
    return '<tool_call>\n{"name": "' + name + '", "arguments": ' + dumps(args) + "}\n</tool_call>"
