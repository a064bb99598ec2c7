"""What schemathesis has recorded of a run: how many requests got which answer, and what was wrong, by operation and check."""

import base64
import collections
import json

LONGEST = 400


class Run:
    def __init__(self):
        self.statuses = collections.Counter()  # 0 is no answer at all
        self.operations = set()
        self.findings = {}
        self.finished = False

    @staticmethod
    def read(file):
        run = Run()
        if file.exists():
            with file.open(encoding="utf-8") as lines:
                for line in lines:
                    run._take(line)
        return run

    def report(self):
        """What was wrong, first by cause, then by operation with one request that shows it."""
        causes = collections.Counter(cause for _, cause in self.findings)
        lines = [f"{count} operations: {cause}" for cause, count in causes.most_common()]
        for (operation, cause), found in sorted(self.findings.items()):
            message, example = found[0]
            lines += [operation, f"  {cause}, {len(found)} times: {_one_line(message)}", f"    e.g. {example}"]
        return "\n".join(lines)

    def _take(self, line):
        try:
            (kind, event), *_ = json.loads(line).items()
        except json.JSONDecodeError:
            return  # the last line of a run that was ended
        if kind == "EngineFinished":
            self.finished = event.get("stop_reason") == "completed"
        elif kind in ("NonFatalError", "FatalError"):
            value = event.get("value") or event.get("exception") or {}
            self._found(
                event.get("label") or "the document", value.get("type", kind), str(value.get("message", "")), "-"
            )
        elif kind == "ScenarioFinished":
            self._scenario(event.get("recorder", {}))

    def _scenario(self, recorder):
        interactions = recorder.get("interactions", {})
        for interaction in interactions.values():
            self.statuses[(interaction.get("response") or {}).get("status_code", 0)] += 1
        if interactions:
            self.operations.add(recorder["label"])
        for case, checks in recorder.get("checks", {}).items():
            for check in checks:
                failure = (check.get("failure_info") or {}).get("failure")
                if failure:
                    operation = failure.get("operation") or recorder["label"]
                    example = _example(interactions.get(case, {}))
                    self._found(operation, failure.get("title", check["name"]), failure.get("message", ""), example)

    def _found(self, operation, title, message, example):
        cause = f"{title}: {_one_line(message.split(chr(10), 1)[0], 120)}"
        self.findings.setdefault((operation, cause), []).append((message, example))


def _example(interaction):
    request, response = interaction.get("request", {}), interaction.get("response") or {}
    return _one_line(
        f"{request.get('method')} {request.get('uri')} {_text(request.get('body'))} -> "
        f"{response.get('status_code', 'no answer')} {_text(response.get('content'))}",
        3 * LONGEST,
    )


def _text(content):
    encoded = (content or {}).get("$base64", "")
    return _one_line(base64.b64decode(encoded).decode("utf-8", "replace"))


def _one_line(text, longest=LONGEST):
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest]}..."
