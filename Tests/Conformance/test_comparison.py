import unittest

from comparison import canonical, differences


class ComparisonTests(unittest.TestCase):
    def test_the_order_of_a_dictionary_says_nothing(self):
        self.assertEqual(differences('["b": [2, 1], "a": []]\n', '["a": [], "b": [2, 1]]\n'), [])
        self.assertEqual(differences("P(d: [1: (x: 2), 3: nil])\n", "P(d: [3: nil, 1: (x: 2)])\n"), [])
        self.assertTrue(differences('["a": [1, 2]]\n', '["a": [2, 1]]\n'))
        self.assertTrue(differences('["a": 1, "b": 2]\n', '["a": 2, "b": 1]\n'))

    def test_the_order_of_a_list_counts_unless_it_may_be_a_set(self):
        self.assertTrue(differences("[1, 2]\n", "[2, 1]\n"))
        self.assertEqual(differences("[1, 2]\n", "[2, 1]\n", with_sets=True), [])
        self.assertTrue(differences("[P(x: 1), P(x: 2)]\n", "[P(x: 2), P(x: 1)]\n"))

    def test_text_in_quotation_marks_is_no_syntax(self):
        line = r'["a, b": "x]", "c\\"": ": "]'
        self.assertEqual(canonical(line), r'["a, b": "x]", "c\\"": ": "]')

    def test_what_is_no_list_stays(self):
        for line in ["[1, 2", "5\" wide", "a) b]", "[:]", "[]", "(", ""]:
            self.assertEqual(canonical(line), line)

    def test_every_line_counts(self):
        self.assertTrue(differences("a\nb\n", "a\n"))
        self.assertTrue(differences("a\n", "a"))
        self.assertEqual(differences("", ""), [])
        self.assertTrue(differences("b\na\n", "a\nb\n"))


if __name__ == "__main__":
    unittest.main()
