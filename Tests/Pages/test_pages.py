"""Pages as browsers and validators see them: strict HTML5, axe-core in both themes, and what a reader does.

Run by `make page-tests`, which makes the virtual environment. HANJI_BINARY names the command; CHROMIUM a browser.
"""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import unittest

import axe_playwright_python
import html5lib
from playwright.sync_api import expect, sync_playwright

HERE = pathlib.Path(__file__).parent
HANJI = os.environ["HANJI_BINARY"]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def hanji(*arguments, directory=None):
    environment = dict(os.environ, LANG="en_GB.UTF-8")
    return subprocess.run(
        [HANJI, *map(str, arguments)], cwd=directory, capture_output=True, text=True, env=environment)


class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.site = cls.folder / "site"
        made = hanji("render", HERE / "book", "-o", cls.site)
        assert made.returncode == 0, made.stderr
        made = hanji("render", HERE / "book/ko/1-basics/00-tour.md", "-o", cls.folder / "single")
        assert made.returncode == 0, made.stderr
        cls.pages = sorted(cls.site.rglob("*.html")) + [cls.folder / "single/00-tour.html"]
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        shutil.rmtree(cls.folder)

    def open(self, path, **options):
        context = self.browser.new_context(bypass_csp=False, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        page.goto(pathlib.Path(path).as_uri())
        return page

    # Markup

    def test_every_page_is_html5_to_a_strict_parser(self):
        for path in self.pages:
            with self.subTest(path.name):
                parser = html5lib.HTMLParser(strict=True)
                parser.parse(path.read_text(encoding="utf-8"))

    def test_no_page_loads_anything_from_elsewhere(self):
        for path in self.pages:
            text = path.read_text(encoding="utf-8")
            for address in re.findall(r'(?:src|href)="(https?:[^"]*)"', text):
                self.assertTrue(address.startswith("https://example.org/book/"), address)

    PIECES = [
        "<script>alert(1)</script>", "</title>", "</style>", "</textarea>", "</svg>", "-->", "<!--", "&amp;", "&", "\"", "'",
        "<b>", "]]>", "가", "漢", "é", "👩‍🔬", "$", "`", "*", "_", "|", "{", "}", "[", "]", "@", "#", "%로", "javascript:", "\\", "~~",
        ":::", "<img src=x onerror=y>", "\u2028", "\u200f", "\ufdd0",
    ]

    def random_texts(self, count, seed, without=""):
        chance = random.Random(seed)
        pieces = [p for p in self.PIECES if not any(c in p for c in without)]
        return ["x" + "".join(chance.choice(pieces) for _ in range(6)) + "x" for _ in range(count)]

    def shown(self, text):
        """As a page shows it: what HTML cannot hold is U+FFFD."""
        return text.replace("\ufdd0", "\ufffd")

    def rendered(self, name, source):
        path = self.folder / f"{name}.md"
        path.write_text(source, encoding="utf-8")
        hanji("render", path, "-o", self.folder / "random")
        html = (self.folder / f"random/{name}.html").read_text(encoding="utf-8")
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
        self.assertEqual(len(list(tree.iter("script"))), 2)
        self.assertEqual([e for e in tree.iter() if any(str(a).startswith("on") for a in e.attrib)], [])
        return tree

    def assert_holds(self, tree, place, text, attribute=None):
        with self.subTest(place=place, text=text):
            found = tree.findall(place)
            texts = [e.get(attribute) or "" if attribute else "".join(e.itertext()) for e in found]
            self.assertTrue(any(self.shown(text) in t for t in texts), texts[:3])

    def test_text_in_every_position_of_prose_comes_out_as_text(self):
        for number, text in enumerate(self.random_texts(40, seed=7, without="\u2028")):
            escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
            # YAML holds no noncharacter as it is.
            quoted = json.dumps(text, ensure_ascii=False).replace("\ufdd0", "\\ufdd0")
            # The title of a fenced division is text as it stands there.
            title = re.sub("[{}]", "", text)
            tree = self.rendered(
                f"prose-{number}",
                f"---\ntitle: {quoted}\nlang: ko\n---\n\n## 가\n\n## {escaped}\n\n{escaped}[^1] **{escaped}** *{escaped}*"
                f" [{escaped}](u \"{escaped}\") ![{escaped}](dot.png \"{escaped}\") ~~{escaped}~~ [a](<{escaped}>)\n\n"
                f"::: note\n> {escaped}\n:::\n\n> [!TIP] {escaped}\n> 가\n\n::: fold {title}\n{escaped}\n:::\n\n"
                f"- [ ] {escaped}\n\n1. {escaped}\n\n| {escaped} |\n|---|\n| {escaped} |\n\n: {escaped}\n\n"
                f"![{escaped}](dot.png){{#fig-a}}\n\n"
                f"[^1]: {escaped}\n")
            for place in ("head/title", ".//main//h2", ".//nav//a", ".//main//strong", ".//main//em", ".//main//del",
                          ".//main//p/a", ".//blockquote/p", ".//p[@class='division-title']",
                          ".//details//p", ".//li[@class='task']", ".//ol/li", ".//table//th", ".//table//td",
                          ".//figcaption", ".//section[@role='doc-endnotes']//li"):
                self.assert_holds(tree, place, text)
            self.assert_holds(tree, ".//details/summary", title)
            for place, attribute in ((".//main//p/a", "title"), (".//main//img", "alt"), (".//main//img", "title")):
                self.assert_holds(tree, place, text, attribute)
            for link in tree.iter("a"):
                self.assertFalse((link.get("href") or "").lower().lstrip().startswith("javascript:"))

    def test_text_in_code_and_formulas_comes_out_as_text(self):
        for number, text in enumerate(self.random_texts(40, seed=8, without="`$\u2028{}|")):
            # What is HTML or emphasis to Markdown is no reading.
            reading = re.sub(r"[<>&*_\[\]\\~:@]", "", text)
            tree = self.rendered(
                f"code-{number}",
                f"---\nlang: ja\n---\n\n`{text}` {{漢|{reading}}} $\\unknown{{{text}}}$\n\n```\n{text}\n```\n\n"
                f"``` {text}\nfoo\n```\n\n    {text}\n\n```swift\nlet a = \"{text}\"\n// {text}\n```\n\n<div>\n{text}\n")
            self.assert_holds(tree, ".//main//ruby/rt", reading)
            for place in (".//main//p/code", ".//main//pre/code", ".//main//div[@class='input']//code"):
                self.assert_holds(tree, place, text)

    def test_text_in_every_output_comes_out_as_text(self):
        path = self.folder / "outputs.md"
        path.write_text("---\nlang: ko\n---\n\n```swift\nprint(1)\n[1, 2]\n```\n", encoding="utf-8")
        self.assertEqual(hanji("run", path).returncode, 0)
        record = path.with_suffix(".ipynb")
        original = json.loads(record.read_text(encoding="utf-8"))
        for number, text in enumerate(self.random_texts(25, seed=9)):
            book = json.loads(json.dumps(original))
            cell = next(c for c in book["cells"] if c["cell_type"] == "code")
            cell["outputs"] = [
                {"output_type": "stream", "name": "stdout", "text": text + "\n"},
                {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": text}},
                {"output_type": "error", "ename": text, "evalue": text, "traceback": [text]},
                {"output_type": "display_data", "metadata": {}, "data": {
                    "text/plain": text, "image/svg+xml": f"<svg xmlns='http://www.w3.org/2000/svg'><script>{text}</script></svg>"}},
            ]
            record.write_text(json.dumps(book), encoding="utf-8")
            tree = self.rendered("outputs", path.read_text(encoding="utf-8"))
            for place in (".//pre[@class='stream wraps']", ".//pre[@class='result wraps']", ".//div[@class='failure']//strong",
                          ".//div[@class='failure']/p", ".//div[@class='failure']//pre"):
                self.assert_holds(tree, place, text)

    # Accessibility

    def test_axe_finds_nothing_in_either_theme(self):
        for path in self.pages:
            for theme in ("light", "dark"):
                with self.subTest(path=path.name, theme=theme):
                    context = self.browser.new_context(bypass_csp=True, color_scheme=theme)
                    page = context.new_page()
                    page.goto(path.as_uri())
                    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                    page.evaluate(AXE)
                    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
                    context.close()
                    said = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found]
                    self.assertEqual(said, [])

    # What a reader does

    def tour(self, **options):
        return self.open(self.site / "ko/1-basics/00-tour.html", **options)

    def test_a_fold_opens_by_mouse_and_by_keyboard(self):
        page = self.tour()
        fold = page.locator("details.division").first
        self.assertFalse(fold.evaluate("d => d.open"))
        fold.locator("summary").click()
        self.assertTrue(fold.evaluate("d => d.open"))
        fold.locator("summary").focus()
        page.keyboard.press("Enter")
        self.assertFalse(fold.evaluate("d => d.open"))
        self.assertEqual(self.errors, [])

    def test_the_theme_is_switched_and_remembered(self):
        page = self.tour(color_scheme="light")
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.locator(".theme").click()
        after = page.evaluate("getComputedStyle(document.body).backgroundColor")
        self.assertNotEqual(before, after)
        page.reload()
        self.assertEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), after)

    def test_code_is_copied(self):
        page = self.open(self.site / "ko/1-basics/01-network.html", permissions=["clipboard-read", "clipboard-write"])
        page.locator(".input").first.hover()
        page.locator(".copy").first.click()
        # A predicate that waits is evaluated text, which the page's policy forbids.
        expect(page.locator(".copy").first).to_have_text(page.evaluate("document.body.dataset.copied"))
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), "let values = [1, 2, 3]\nvalues.reduce(0, +)")

    def test_code_is_copied_by_keyboard(self):
        page = self.open(self.site / "ko/1-basics/01-network.html", permissions=["clipboard-read", "clipboard-write"])
        page.locator(".copy").first.focus()
        self.assertGreater(page.locator(".copy").first.evaluate("b => Number(getComputedStyle(b).opacity)"), 0.05)
        page.keyboard.press("Enter")
        expect(page.locator(".copy").first).to_have_text(page.evaluate("document.body.dataset.copied"))

    def test_folded_code_is_opened_by_keyboard(self):
        page = self.open(self.site / "ko/1-basics/01-network.html")
        fold = page.locator("details.fold").first
        self.assertFalse(fold.locator("pre").is_visible())
        fold.locator("summary").focus()
        page.keyboard.press("Space")
        self.assertTrue(fold.locator("pre").is_visible())

    def test_everything_folded_is_printed(self):
        page = self.tour()
        page.emulate_media(media="print")
        for fold in page.locator("details.division").all():
            self.assertGreater(fold.locator(".division-body").bounding_box()["height"], 10)
        self.assertEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")

    def test_a_particle_is_not_parted_from_its_word(self):
        path = self.folder / "particle.md"
        path.write_text("---\nlang: ko\n---\n\n값은 85%로 `fit()`를 (가)는 **50%**로 “말”은\n", encoding="utf-8")
        hanji("render", path, "-o", self.folder / "single")
        page = self.open(self.folder / "single/particle.html")
        lines = page.evaluate("""() => {
            const p = document.querySelector("main p"); p.style.width = "1px"; p.style.overflowWrap = "normal"
            let text = "", last = null
            const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT)
            for (let node; node = walk.nextNode();) for (let i = 0; i < node.length; i++) {
                const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1)
                const box = range.getBoundingClientRect()
                if (last !== null && box.top > last + 8) text += "|"
                last = box.top; text += node.data[i]
            }
            return text }""")
        for word in ("85%로", ")를", ")는", "50%로", "”은"):
            self.assertIn(word, lines)

    def test_inline_values_are_spaced_as_other_numbers(self):
        page = self.open(self.site / "ja/1-basics/00-tour.html")
        widths = page.evaluate("""() => ["85", "<output class=inline-value>85</output>"].map(value => {
            const span = document.createElement("span"); span.innerHTML = `値は${value}です`
            span.style.fontVariantNumeric = "tabular-nums"
            document.querySelector("main p").append(span); return span.getBoundingClientRect().width })""")
        self.assertAlmostEqual(widths[0], widths[1], delta=0.6)

    def test_japanese_within_code_keeps_the_columns(self):
        page = self.open(self.site / "ja/1-basics/00-tour.html")
        self.assertEqual(page.evaluate("getComputedStyle(document.querySelector('main p')).textAutospace"), "normal")
        spaced = page.evaluate("""() => [...document.querySelectorAll("main pre span, main code, main samp")]
            .filter(part => getComputedStyle(part).textAutospace != "no-autospace").length""")
        self.assertEqual(spaced, 0)

    def found(self, page, query):
        page.locator(".book-search input").fill(query)
        page.wait_for_selector(".book-search output > *")
        return page.locator(".book-search output").inner_text()

    def test_the_search_finds_nouns_with_particles(self):
        page = self.tour()
        self.assertIn("신경망의 첫 모델", self.found(page, "신경망"))
        # It stands there as `신경망을` alone.
        self.assertIn("신경망을 만듭니다", page.locator(".book-search output").inner_text())
        page.locator(".book-search li a").first.click()
        page.wait_for_url("**/01-network.html*")
        page = self.open(self.site / "ja/1-basics/00-tour.html")
        self.assertIn("この文書", self.found(page, "ニューラルネット"))

    def test_the_search_finds_what_is_written_otherwise(self):
        page = self.tour()
        self.assertIn("신경망", self.found(page, "신경망을쌓아"))
        self.assertEqual(self.found(page, "전혀없는낱말입니다").strip(), "찾은 것이 없습니다")

    def test_the_search_is_used_by_keyboard(self):
        page = self.tour()
        page.keyboard.press("/")
        page.keyboard.type("모델")
        page.wait_for_selector(".book-search li a")
        page.keyboard.press("ArrowDown")
        self.assertEqual(page.evaluate("document.activeElement.tagName"), "A")
        page.keyboard.press("Escape")
        self.assertEqual(page.locator(".book-search li").count(), 0)
        self.assertEqual(self.errors, [])

    def test_the_language_is_switched(self):
        page = self.tour()
        page.locator(".languages a[hreflang=ja]").click()
        page.wait_for_url("**/ja/1-basics/00-tour.html")
        self.assertEqual(page.evaluate("document.documentElement.lang"), "ja")

    def test_the_first_tab_stop_skips_to_the_text(self):
        page = self.tour()
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("location.hash"), "#hanji-main")

    def test_pages_are_turned(self):
        page = self.tour()
        page.locator(".turn .next").click()
        page.wait_for_url("**/01-network.html")
        page.locator(".turn .previous").click()
        page.wait_for_url("**/00-tour.html")

    def test_a_page_is_read_without_a_script(self):
        page = self.open(self.site / "ko/1-basics/00-tour.html", java_script_enabled=False)
        self.assertTrue(page.locator("main").is_visible())
        self.assertFalse(page.locator(".theme").is_visible())
        self.assertFalse(page.locator(".book-search").is_visible())

    def test_nothing_is_wider_than_the_screen(self):
        for width in (360, 768, 1440):
            for path in self.pages:
                page = self.open(path, viewport={"width": width, "height": 900})
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width, f"{path.name} {width}")

    def test_a_broken_anchor_of_a_single_page_is_an_error_with_its_place(self):
        path = self.folder / "anchor.md"
        path.write_text("# 가\n\n[가](#가) [나](#없음)\n\n```swift\n1\n```\n", encoding="utf-8")
        for command in (["render", path, "-o", self.folder / "single"], ["check", "--static", path]):
            made = hanji(*command)
            self.assertEqual(made.returncode, 1)
            self.assertEqual(re.findall(r"anchor\.md:(\d+:\d+): error", made.stdout + made.stderr), ["3:9"])

    # The book

    def test_a_second_rendering_writes_nothing(self):
        before = {p: p.stat().st_mtime_ns for p in self.site.rglob("*") if p.is_file()}
        again = hanji("render", HERE / "book", "-o", self.site)
        self.assertIn("unchanged", again.stdout)
        self.assertEqual({p: p.stat().st_mtime_ns for p in self.site.rglob("*") if p.is_file()}, before)

    def test_one_changed_page_is_written_alone(self):
        book, site = self.folder / "changed", self.folder / "changed-site"
        shutil.copytree(HERE / "book", book)
        hanji("render", book, "-o", site)
        before = {p: p.stat().st_mtime_ns for p in site.rglob("*.html")}
        page = book / "ko/1-basics/01-network.md"
        page.write_text(page.read_text(encoding="utf-8").replace("values.reduce(0, +)", "values.count"), encoding="utf-8")
        hanji("render", book, "-o", site)
        changed = [p.name for p, time in before.items() if p.stat().st_mtime_ns != time]
        self.assertEqual(changed, ["01-network.html"])

    def test_broken_links_are_errors_with_their_place(self):
        book = self.folder / "broken"
        (book / "ko").mkdir(parents=True)
        (book / "ko/a.md").write_text(
            "# 가\n\n[나](b.md) [다](c.md#없음) ![그림](x.png)\n\n[가](#가) [바깥](https://example.org)\n\n```swift\n1\n```\n",
            encoding="utf-8")
        (book / "ko/c.md").write_text("# 다\n", encoding="utf-8")
        made = hanji("render", book, "-o", self.folder / "broken-site")
        self.assertEqual(made.returncode, 1)
        places = re.findall(r"a\.md:(\d+:\d+): error", made.stderr)
        self.assertEqual(places, ["3:1", "3:11", "3:24"], made.stderr)

    def test_wide_tables_fit_the_paper(self):
        path = self.folder / "wide.md"
        row = "|" + "길다란내용길다란내용|" * 10 + "\n"
        path.write_text("---\nlang: ko\n---\n\n" + row + "|" + "-|" * 10 + "\n" + row, encoding="utf-8")
        hanji("render", path, "-o", self.folder / "single")
        page = self.open(self.folder / "single/wide.html", viewport={"width": 680, "height": 900})
        page.emulate_media(media="print")
        self.assertLessEqual(page.evaluate("document.querySelector('table').getBoundingClientRect().right"), 680)

    def test_a_book_takes_linked_files_along_and_leaves_no_empty_folder(self):
        book, site = self.folder / "files", self.folder / "files-site"
        (book / "ko/part").mkdir(parents=True)
        (book / "ko/a.md").write_text("# 가\n\n[자료](part/자료.csv)\n", encoding="utf-8")
        (book / "ko/part/b.md").write_text("# 나\n", encoding="utf-8")
        (book / "ko/part/자료.csv").write_text("1,2\n", encoding="utf-8")
        self.assertEqual(hanji("render", book, "-o", site).returncode, 0)
        self.assertEqual((site / "ko/part/자료.csv").read_text(encoding="utf-8"), "1,2\n")
        (book / "ko/part/자료.csv").write_text("3\n", encoding="utf-8")
        hanji("render", book, "-o", site)
        self.assertEqual((site / "ko/part/자료.csv").read_text(encoding="utf-8"), "3\n")
        (book / "ko/a.md").write_text("# 가\n", encoding="utf-8")
        shutil.rmtree(book / "ko/part")
        hanji("render", book, "-o", site)
        self.assertFalse((site / "ko/part").exists())

    def test_two_names_that_differ_in_their_normal_form_alone_are_reported(self):
        book = self.folder / "forms"
        (book / "ko").mkdir(parents=True)
        for name in ("\uac00.md", "\u1100\u1161.md"):
            (book / "ko" / name).write_text("# 가\n", encoding="utf-8")
        if len(list((book / "ko").iterdir())) < 2:
            self.skipTest("this file system has one form of a name")
        made = hanji("render", book, "-o", self.folder / "forms-site")
        self.assertEqual(made.returncode, 2)
        self.assertIn("written to one file", made.stderr)

    def test_a_picture_is_found_under_the_other_form_of_its_name(self):
        path = self.folder / "forms.md"
        shutil.copy(HERE / "book/ko/1-basics/dot.png", self.folder / "\u1100\u1161.png")
        path.write_text("![점](\uac00.png)\n", encoding="utf-8")
        made = hanji("render", path, "-o", self.folder / "single")
        self.assertNotIn("\uac00.png", made.stderr)


if __name__ == "__main__":
    unittest.main()
