# How often each word stands in a text, in a dictionary; the text is drawn from three vocabularies.
vocabulary = [
    "영화", "정말", "재미있다", "지루하다", "배우", "연기", "이야기", "음악", "최고", "다시", "映画", "とても", "面白い",
    "退屈", "俳優", "演技", "物語", "音楽", "最高", "もう一度", "film", "really", "funny", "boring", "actor", "acting",
    "story", "music", "best", "again",
]


def make_text(words):
    state = 20_240_501
    parts = []
    for _ in range(words):
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        word = vocabulary[state // 65_536 % len(vocabulary)]
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        ending = state // 65_536 % 400
        parts.append(word if ending < 100 else word + f"{ending}")
    return " ".join(parts)


def count_words(text):
    counts = {}
    for word in text.split(" "):
        counts[word] = counts.get(word, 0) + 1
    return counts


def lengths(counts):
    by_count = {}
    for count in counts.values():
        by_count[count] = by_count.get(count, 0) + 1
    return by_count


counts = count_words(make_text(900_000))
print(len(counts), "different words")
ranking = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
for word, count in ranking[:12]:
    print(word, count)
by_count = lengths(counts)
for count in sorted(by_count)[:5]:
    print(f"words standing there {count} times: {by_count[count]}")
