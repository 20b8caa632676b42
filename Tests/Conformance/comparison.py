"""What two programs printed, compared line by line.

A dictionary prints its elements in an order of its own, and so does a set: of these the elements count and not their
order. A dictionary is known by its colons. A set looks like an array, so lists are taken as sets only on demand.
"""
import difflib


def differences(expected, got, *, with_sets=False, limit=12):
    """The lines that differ, as a diff; empty when both texts say the same."""
    wanted = expected.splitlines()
    # Lines that differ in nothing but an order are taken as expected, so that they hide no others.
    spellings = {canonical(line, with_sets): line for line in reversed(wanted)}
    found = [spellings.get(canonical(line, with_sets), line) for line in got.splitlines()]
    wanted = [spellings[canonical(line, with_sets)] for line in wanted]
    if wanted == found and expected.endswith("\n") == got.endswith("\n"):
        return []
    lines = list(difflib.unified_diff(wanted, found, lineterm="", n=1))[2:] or ["the last line break differs"]
    return lines[:limit] + ([f"… {len(lines) - limit} more lines"] if len(lines) > limit else [])


def canonical(line, with_sets=False):
    """The line with the elements of its dictionaries (and sets) sorted; one that cannot be read stays as it is."""
    try:
        return _read(line, 0, (), with_sets)[0]
    except ValueError:
        return line


def _read(line, at, stops, with_sets):
    """Reads up to one of `stops`: the text, the place of the stop, and whether a colon stands outside all brackets."""
    text, has_colon = [], False
    while at < len(line) and not line.startswith(stops, at):
        character = line[at]
        if character == '"':
            end = _end_of_string(line, at)
            text.append(line[at:end])
            at = end
        elif character == "(":
            inner, at, _ = _read(line, at + 1, (")",), with_sets)
            text.append("(" + inner + ")")
            at += 1
        elif character == "[":
            inner, at = _list(line, at, with_sets)
            text.append(inner)
        else:
            has_colon = has_colon or line.startswith(": ", at)
            text.append(character)
            at += 1
    if stops and at >= len(line):
        raise ValueError("a bracket is not closed")
    return "".join(text), at, has_colon


def _list(line, at, with_sets):
    """The list that begins at `at`, sorted if the order of its elements says nothing, and the place behind it."""
    elements, are_pairs = [], True
    while line[at] != "]":
        text, at, has_colon = _read(line, at + (1 if not elements else 2), (", ", "]"), with_sets)
        elements.append(text)
        are_pairs = are_pairs and has_colon
    return "[" + ", ".join(sorted(elements) if are_pairs or with_sets else elements) + "]", at + 1


def _end_of_string(line, at):
    """Behind the quotation mark that closes the one at `at`."""
    at += 1
    while at < len(line) and line[at] != '"':
        at += 2 if line[at] == "\\" else 1
    if at >= len(line):
        raise ValueError("a string is not closed")
    return at + 1
