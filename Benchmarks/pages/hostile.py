"""Texts that parsers of Markdown are known to spend the square of their length on, or more, and some of our own."""

import itertools


def repeated(piece):
    return lambda size: piece * (size // len(piece.encode()) + 1)


def around(opening, middle, closing):
    def text(size):
        count = size // len((opening + closing).encode()) + 1
        return opening * count + middle + closing * count

    return text


def numbered(line):
    """Lines that differ in their number, up to the size."""

    def text(size):
        parts, length = [], 0
        for number in itertools.count():
            part = line(number)
            length += len(part.encode())
            parts.append(part)
            if length > size:
                return "".join(parts)

    return text


def growing(piece, between):
    """`between` after runs of `piece` that grow by one each."""
    return numbered(lambda number: piece * (number + 1) + between)


def wide_table(size):
    columns = int((size / 2) ** 0.5)
    return "|" + "a|" * columns + "\n|" + "-|" * columns + ("\n|" + "b|" * columns) * (columns - 2) + "\n"


def nested_lists(size):
    depth = int(size**0.5)
    return "".join("  " * level + "- a\n" for level in range(depth))


def nested_numbers(size):
    depth = int((size / 1.5) ** 0.5)
    return "".join("   " * level + "1. a\n" for level in range(depth))


def after(head, piece):
    """Something once, then a piece again and again."""
    return lambda size: head + repeated(piece)(size)


PATTERNS = {
    # Emphasis
    "stars opened": repeated("*a "),
    "stars closed": repeated("a* "),
    "stars opened and closed": around("*a ", "b", " a*"),
    "stars and underscores in turn": repeated("*a __b "),
    "stars of other lengths": repeated("a**b* c***d "),
    "closers of other kinds": repeated("a_ *b "),
    "strong in strong": around("**a ", "b", " a**"),
    "one run of stars": repeated("*"),
    "underscores": repeated("_a "),
    "Korean with stars": repeated("강조**(값)**는 *나*와 "),
    "Korean with stars, unclosed": repeated("가**「나 "),
    "Japanese with stars": repeated("太字**「引用」**の"),
    "tildes": repeated("~~a "),
    "tildes, nested": around("~~a ", "b", " a~~"),
    # Links and images
    "brackets opened": repeated("["),
    "brackets nested": around("[", "a", "]"),
    "brackets opened with text": repeated("[a "),
    "brackets closed": repeated("a]"),
    "links unclosed": repeated("[a](<b"),
    "links without an end": repeated("[a](b"),
    "links in links": around("[a ", "b", "](u)"),
    "images in images": around("![a ", "b", "](u)"),
    "images without an end": repeated("![["),
    "link titles unclosed": repeated('[a](b "c '),
    "parentheses in an address": after("[a](", "("),
    "references": after("[a]: /u\n\n", "[a] "),
    "references to nothing": repeated("[a][b] "),
    "references one another": numbered(lambda n: f"[{n}][{n + 1}] "),
    "definitions": numbered(lambda n: f"[a{n}]: /u\n"),
    "definitions alike": repeated("[a]: /u\n"),
    "definitions with open titles": repeated("[a]: /u '"),
    "autolinks unclosed": repeated("<https://a"),
    # Code, entities, HTML
    "backticks growing": growing("`", "e"),
    "backticks growing, spaced": growing("`", " "),
    "one run of backticks": repeated("`"),
    "code spans": repeated("`a` "),
    "entities": repeated("&amp;&#44032;"),
    "entities without an end": repeated("&"),
    "backslashes": repeated("\\"),
    "escapes": repeated("\\*"),
    "tags opened": repeated("<a "),
    "tags": repeated("<a b='c'>"),
    "comments opened": repeated("a<!-- "),
    "declarations opened": repeated("a<!A "),
    "instructions opened": repeated("a<? "),
    "cdata opened": repeated("a<![CDATA["),
    # Blocks
    "quotes nested": repeated(">"),
    "quotes nested, then lines": lambda size: "> " * 5000 + "a\n" + "b\n" * (size // 2),
    "quotes nested on each line": repeated("> > > > > > > > a\n"),
    "quotes unlike": numbered(lambda n: "> " * (n % 90 + 1) + "a\n"),
    "items on a line": repeated("- "),
    "items nested": nested_lists,
    "numbers nested": nested_numbers,
    "items": repeated("- a\n"),
    "items, empty": repeated("-\n"),
    "items, then blank lines": after("- a\n", "\n"),
    "fences in items": repeated("- ```\n"),
    "fences unclosed": repeated("~~~\n```\n"),
    "fences with long marks": numbered(lambda n: "`" * (n + 3) + "\n"),
    "headings": repeated("# a\n"),
    "headings alike, underlined": repeated("a\n-\n"),
    "thematic breaks": repeated("* * * a\n"),
    "indented": repeated("    a\n"),
    "tabs": repeated(">\t-\ta\n"),
    "empty lines": repeated("\n"),
    "carriage returns": repeated("a\r"),
    # Extensions
    "tables": repeated("|a|\n|-|\n\n"),
    "table, long": after("|a|b|\n|-|-|\n", "|c|`d`|\n"),
    "table, wide": wide_table,
    "table rows that are none": repeated("|-\n"),
    "table rows short": lambda size: "|" + "a|" * 3000 + "\n|" + "-|" * 3000 + "\n" + "b\n" * (size // 2),
    "pipes": repeated("|"),
    "footnotes": numbered(lambda n: f"[^{n}]: see [^{n + 1}]\n"),
    "footnotes, one": after("[^a]: b\n\n", "[^a]"),
    "footnotes, undefined": repeated("[^a] "),
    "footnotes, undefined, unlike": numbered(lambda n: f"[^a{n}] "),
    "footnotes, undefined, some defined": lambda size: "[^0] ".join(["[^b%d]: c\n" % n for n in range(2000)])
    + "\n" + "".join(f"[^a{n}] " for n in range(size // 9)),
    "footnotes defined twice": repeated("[^a]: b\n"),
    "footnote labels unclosed": repeated("[^a"),
    "ruby": repeated("{漢字|かんじ}"),
    "ruby opened": repeated("{漢|"),
    "braces": repeated("{"),
    "formulas": repeated("$x$ "),
    "formulas opened": repeated("$a "),
    "formulas opened, displayed": repeated("$$a "),
    "formula blocks opened": repeated("$$\na\n\n"),
    "formula blocks in code": repeated("```\n$$\na\n$$\n```\n"),
    "formulas nested": lambda size: "$" + "{" * (size // 2) + "}" * (size // 2) + "$",
    "fractions nested": lambda size: "$" + "\\frac{" * (size // 7) + "$",
    "divisions": repeated("::: note\na\n:::\n"),
    "divisions opened": repeated("::: note\n"),
    "divisions closed": repeated(":::\n"),
    "divisions nested": around("::: note\n", "a\n", ":::\n"),
    "division attributes": repeated("::: {.a .b}\n"),
    "colons": repeated(":"),
    "attributes": repeated("![a](b){#c .d}"),
    "attributes opened": repeated("![a](b){#c "),
    "heading attributes": repeated("# a {#b}\n"),
    "alerts": repeated("> [!NOTE] a\n\n"),
    "tasks": repeated("- [ ] a\n"),
    "captions": repeated(": a\n\n"),
    "inline values": repeated("`{swift} a` "),
    # Plain text
    "one word": repeated("a"),
    "one word, Korean": repeated("가"),
    "one line": repeated("word "),
    "lines": repeated("word\n"),
    "Japanese lines": repeated("日本語\n"),
    "Japanese lines with stars": repeated("日本**語**\n"),
    "spaces": after("a", " "),
    "spaces before breaks": repeated("a                      \n"),
    "NUL": repeated("\0"),
    "combining marks": after("a", "\u0301"),
    "variation selectors": repeated("葛\U000e0100*"),
    "emoji": repeated("👨‍👩‍👧*"),
}
