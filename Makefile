# Two commands do everything: `make lesson` and `make test`. Both install the system libraries that are missing.
SHELL := /bin/bash
SWIFT ?= swift
BUILD := .build
TEST_BUILD := .build-test
HANJI := $(BUILD)/release/hanji
CHAPTER := notebooks/ko/03-4-movie-reviews.md
OUTPUT := build
# Swift's own libraries inside: the command starts in half the time, which every worker pays too.
COMPILE := $(SWIFT) build -c release $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
LESSON := $(OUTPUT)/$(notdir $(CHAPTER))

.PHONY: all lesson test build system interface format lint conformance parity page-tests bench-pages bench-peers \
	bench-startup bench-language fuzz kill-test mutation-test determinism sanitize compatibility clean

all: build

# What the package links to. Nothing is installed when all of it is there.
system:
	@Scripts/install-system-libraries

build: system
	$(COMPILE) --product hanji

# Chapter 3.4 from Markdown to a page, on the real data where it is, else on the embedded sample corpus. In a folder
# that git ignores: the record beside the chapter's source was made on the real data and stays.
lesson: build
	@mkdir -p $(OUTPUT)
	@cp $(CHAPTER) $(OUTPUT)/
	$(HANJI) run $(LESSON)
	$(HANJI) render $(LESSON) -o $(OUTPUT)
	@echo
	@echo "The page: $(abspath $(LESSON:.md=.html))"
	@echo "The real data: put imdb.npz and imdb_word_index.json, as Keras keeps them, into ~/.keras/datasets,"
	@echo "or name their folder: HANJI_DATA=DIR make lesson"

# Tests have their own folder: swift build and swift test otherwise rebuild swift-syntax in turn. Those that drive the
# command use the release build. One after the other: a process has one stream of random numbers and one sink.
# What failed is said again at the end, where it is looked for.
test: build
	@Scripts/fetch-specification
	@mkdir -p $(TEST_BUILD)
	HANJI_BINARY=$(abspath $(HANJI)) $(SWIFT) test -c release --scratch-path $(TEST_BUILD) --no-parallel 2>&1 \
		| tee $(TEST_BUILD)/tests.log; status=$${PIPESTATUS[0]}; \
		if [ $$status -ne 0 ]; then grep -A 4 -E '✘|error:' $(TEST_BUILD)/tests.log | tail -100; fi; exit $$status

# Whatever the checker accepts, Swift's own compiler accepts and the program prints the same: programs and notebooks
# compiled and interpreted. What was compiled once is remembered.
conformance: build
	$(COMPILE) --product cell-run
	python3 -m unittest discover -q -s Tests/Conformance
	Tests/Conformance/run

# Texts that parsers spend the square of their length on, and a book of 500 pages, beside cmark, pandoc and nbconvert on
# the same machine in one run; makes a virtual environment of its own.
bench-pages: build
	$(COMPILE) --product markup-run
	Benchmarks/pages/run $(HANJI) $(BUILD)/release/markup-run

# Pages in headless Chromium: a strict HTML5 parser, axe-core in both themes, folding, copying, search, keyboard.
page-tests: build
	HANJI_BINARY=$(abspath $(HANJI)) Tests/Pages/run

# The checker's table and the typed host functions, from the interface files.
interface:
	$(SWIFT) run -c release --scratch-path $(TEST_BUILD) interface-generator \
		Sources/CellLibrary/Interface Sources/CellLibrary/Generated/Library+Generated.swift

# What Keras, NumPy and scikit-learn say today against the fixtures of the tests, and a training beside Keras's own; makes
# a virtual environment of its own.
parity: build
	HANJI_BINARY=$(abspath $(HANJI)) Tests/Parity/run

# Ours beside Keras and PyTorch on the same machine in one run; makes a virtual environment of its own.
bench-peers: build
	Benchmarks/peers/run $(HANJI) $(HANJI_DATA)

# Twelve programs in the cell language, in Lua and in Python, side by side: times, ratios, geometric means last.
bench-language: system
	$(COMPILE) --product cell-run
	Benchmarks/language/run

# What it costs to start, beside Jupyter in Python; makes a virtual environment of its own.
bench-startup: build
	Benchmarks/startup/run $(HANJI)

# Hostile texts, cells, bytecode and records, each for so many seconds: Fuzz/README.md.
SECONDS ?= 600
FUZZERS ?= markup cells bytecode records
fuzz: system
	Fuzz/run $(SECONDS) $(FUZZERS)

# kill -9 of command and worker at random moments, Ctrl-C, a full disk: no record is ever torn.
kill-test: build
	python3 Tests/Robustness/kill_test.py $(HANJI)

# Random changes of records and cells: those of meaning are found, those of form are not.
mutation-test: build
	python3 Tests/Robustness/mutation_test.py $(HANJI) notebooks Tests/Conformance/Notebooks

# Bits of trained weights on 1, 2 and 8 threads, in a second run, and between instruction sets.
determinism: build
	Tests/Determinism/run $(HANJI)

# The tests of the rooms with unsafe memory and threads under the sanitizers of addresses, threads and undefined behaviour.
sanitize: system
	Tests/Sanitizers/run address thread

# Jupyter's tools read the records; makes a virtual environment of its own.
compatibility: build
	Tests/Compatibility/run $(HANJI) $(wildcard notebooks/*/*.ipynb)

# Programs in the cell language are written as learners write them and are not touched.
SOURCES = $(shell find Sources Tests Fuzz Package.swift -name '*.swift' -not -path '*/Programs/*' -not -path '*/Corpus/*' -not -path '*/.build*')

format:
	@$(SWIFT) format --in-place $(SOURCES)

lint:
	@$(SWIFT) format lint --strict $(SOURCES)

clean:
	rm -rf $(BUILD) $(TEST_BUILD) .build-sanitize .build-conformance .build-pages .build-bench-pages \
		.build-specification $(OUTPUT)
