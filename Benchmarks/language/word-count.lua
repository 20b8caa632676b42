-- How often each word stands in a text, in a dictionary; the text is drawn from three vocabularies.
local vocabulary = {
    "영화", "정말", "재미있다", "지루하다", "배우", "연기", "이야기", "음악", "최고", "다시", "映画", "とても", "面白い",
    "退屈", "俳優", "演技", "物語", "音楽", "最高", "もう一度", "film", "really", "funny", "boring", "actor", "acting",
    "story", "music", "best", "again",
}

local function make_text(words)
    local state = 20240501
    local parts = {}
    for _ = 1, words do
        state = (state * 1103515245 + 12345) % 2147483648
        local word = vocabulary[state // 65536 % #vocabulary + 1]
        state = (state * 1103515245 + 12345) % 2147483648
        local ending = state // 65536 % 400
        parts[#parts + 1] = ending < 100 and word or word .. ending
    end
    return table.concat(parts, " ")
end

local function count_words(text)
    local counts = {}
    for word in string.gmatch(text, "[^ ]+") do
        counts[word] = (counts[word] or 0) + 1
    end
    return counts
end

local function lengths(counts)
    local by_count = {}
    for _, count in pairs(counts) do
        by_count[count] = (by_count[count] or 0) + 1
    end
    return by_count
end

local counts = count_words(make_text(900000))
local ranking = {}
for word, count in pairs(counts) do
    ranking[#ranking + 1] = {word = word, count = count}
end
print(#ranking .. " different words")
table.sort(ranking, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.word < b.word
end)
for i = 1, 12 do
    print(ranking[i].word .. " " .. ranking[i].count)
end
local by_count = lengths(counts)
local keys = {}
for count in pairs(by_count) do
    keys[#keys + 1] = count
end
table.sort(keys)
for i = 1, 5 do
    print("words standing there " .. keys[i] .. " times: " .. by_count[keys[i]])
end
