# Handback. `make run` opens your journal; `make test` runs the tests. Both install what a fresh Debian or Ubuntu lacks.

# SQLite's full text search is a build tag. The binary that ships draws no blinking caret (it costs a tenth of a core
# under software GL) and runs Fyne's strict thread mode; tests run without the latter, so that a wrong thread is logged.
TEST_TAGS := sqlite_fts5
SHIP_TAGS := sqlite_fts5,no_animations,migrated_fynedo

CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/handback
export PATH := $(CACHE)/go/bin:$(PATH)

.PHONY: run sample build test test-plain test-protected lint format race journeys bench fuzz torture pictures texts schema detector learn hands filing judgement packages shape needs needs-test needs-packages clean

run: build ## open your own journal
	./build/handback

sample: build ## look round with the sample team
	./build/handback -sample

build: needs ## the binary that ships: build/handback
	go build -tags $(SHIP_TAGS) -trimpath -ldflags '-s -w' -o build/handback .

test: needs-test ## every test that needs no window
	@$(MAKE) --no-print-directory -j 2 test-plain test-protected

test-plain:
	go test -tags $(TEST_TAGS) ./...

test-protected:
	RAPID_CHECKS=20 go test -tags $(TEST_TAGS) -short ./storage -protected

race: needs-test ## the same under the race detector, where anything happens at once (a test says where), with few random cases
	RAPID_CHECKS=5 go test -race -short -timeout 20m -tags $(TEST_TAGS) . ./storage/... ./ui ./notes/taking

lint: needs ## gofumpt and golangci-lint, at the versions pinned in .ci/versions
	.ci/format
	.ci/lint

format: needs ## let gofumpt rewrite what it would complain about
	.ci/tool gofumpt -w $$(git ls-files '*.go')

journeys: needs-test ## the whole app in a real window under Xvfb
	.ci/journeys

fuzz: needs ## every fuzzer for FUZZTIME (10m)
	.ci/fuzz $(or $(FUZZTIME),10m)

torture: needs-test ## kills, power cuts, faults and damage in full, with ROUNDS (1000) kills of the window; writes docs/RELIABILITY.md
	.ci/torture $(or $(ROUNDS),1000)

bench: needs-test ## measure every bar and write docs/BENCHMARKS.md
	.ci/bench/run

pictures: needs-test ## draw every screen of the sample team into docs/pictures
	.ci/pictures

texts: needs ## list every sentence of the program, by screen, in docs/TEXTS.md
	@go test -tags $(TEST_TAGS) -count 1 -run TestEveryTextIsListed . -texts

schema: needs ## write storage/schema.sql, which makes a new journal, anew from the migrations
	@go test -tags $(TEST_TAGS) -count 1 -run TestANewJournalHasWhatTheStepsMake ./storage -write-schema

detector: needs-test ## precision and recall of the hand-back detector, by rule, on its held-out lines
	@go test -tags $(TEST_TAGS) -count 1 -v -run 'HeldOut|Unseen' ./notes/whosecall

learn: needs-test ## learn notes/whosecall/weights.txt anew from the labelled lines
	@go test -tags $(TEST_TAGS) -count 1 -run TestWeightsAreLearnt ./notes/whosecall -learn

hands: needs-test ## what is learnt of each hand's lines from those of the others, as weights are chosen by
	@go test -tags $(TEST_TAGS) -count 1 -v -run TestByHand ./notes/whosecall -hands

filing: needs-test ## how lines and dates that nobody tuned on are filed, offered or left alone, by style and language
	@go test -tags $(TEST_TAGS) -count 1 -v -run 'TestFiling$$' ./notes -filing both | grep -v '^\(=== RUN\|--- \|PASS\|ok\)'

judgement: needs-test ## how often the prompt engine asks what a coach would, on twelve judged journals, and on eight that were written later
	@go test -tags $(TEST_TAGS) -count 1 -v -run 'TestJudgement$$' ./storage -judgement | grep -v '^\(=== RUN\|--- \|PASS\|ok\)'
	@go test -tags $(TEST_TAGS) -count 1 -v -run 'TestJudgement$$' ./storage -judgement -judgement-later | grep -v '^\(=== RUN\|--- \|PASS\|ok\)'

packages: needs-packages ## what is installed on each system: build/packages
	.ci/packages

shape: needs ## files, functions, complexity, exported names and tests of every package
	@go run ./.ci/shape

needs:
	@.ci/needs

needs-test:
	@.ci/needs test

needs-packages:
	@.ci/needs packages

clean:
	rm -rf build
