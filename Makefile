# `make help` lists the targets. CI runs `make test` and `make lint`.

export CGO_ENABLED = 0
SHELL = /bin/bash -o pipefail
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL = help

# The TypeScript compiler as a Go program: no Node, not even for checking types.
TSGO_VERSION = v0.0.0-20260708042240-2bd066d87f5b

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## build bin/wca
	go build -trimpath -ldflags '-s -w' -o bin/wca ./cmd/wca

.PHONY: setup
setup: ## install what the tests need (Debian: Chromium, PostgreSQL)
	@scripts/setup

.PHONY: test
test: setup ## run everything: vet, generated files, all tests, the demonstration
	go vet ./...
	scripts/verify
	WCA_REQUIRE_BROWSER=1 WCA_REQUIRE_POSTGRES=1 go test -timeout 15m ./...
	go run ./cmd/wca demo --once

.PHONY: lint
lint: .tools/lint .tools/deadcode ## formatting, static analysis, dead code, licences, TypeScript types
	@unformatted=$$(git ls-files -z --cached --others --exclude-standard '*.go' | xargs -0 ls -d 2>/dev/null | grep -v '_templ\.go$$' | xargs gofmt -s -l); \
	  if [ -n "$$unformatted" ]; then echo "not formatted, run gofmt -s -w:"; echo "$$unformatted"; exit 1; fi
	go vet -vettool=$(CURDIR)/.tools/lint ./...
	@unused=$$(.tools/deadcode -test ./...); if [ -n "$$unused" ]; then echo "nobody calls:"; echo "$$unused"; exit 1; fi
	go run ./scripts/licences -check
	@$(MAKE) typecheck

.PHONY: typecheck
typecheck: .tools/tsgo-$(TSGO_VERSION) ## check the types of the widget's TypeScript
	@for project in $$(git ls-files --cached --others --exclude-standard '*tsconfig.json'); do \
	  echo "typecheck $$project" && $< --noEmit -p $$project || exit 1; done

.PHONY: generate
generate: ## make all generated files: pages, widget, descriptions
	go generate ./...

.PHONY: verify
verify: ## make all generated files again, fail on a difference
	@scripts/verify

.PHONY: licences
licences: ## write docs/third-party.md; fail on a licence that does not fit
	go run ./scripts/licences

.PHONY: table
table: ## make the table of word vectors again (needs Node.js; the program does not)
	scripts/table

.PHONY: names
names: ## train the recognition of names again (needs Node.js; the program does not)
	scripts/names

.PHONY: evidence
evidence: ## grow the trees of the evidence again, which rest on the ranking's (needs the public test material)
	go run ./test/eval/retrieval -evidence internal/retrieve/evidence.bin  # and evidence_held.bin beside it
	go run ./test/eval/retrieval -bare -evidence internal/retrieve/evidence_bare.bin

.PHONY: quotes
quotes: ## grow the trees of the order of quotes again, which rest on the ranking's (needs the public test material)
	go run ./test/eval/retrieval -quotes internal/retrieve/quotes.bin

.PHONY: ranking
ranking: ## grow the trees of the ranking again (needs the public test material)
	go run ./test/eval/retrieval -ranking internal/retrieve/ranking.bin

.PHONY: eval
eval: ## measure what answers and recognition are worth; write docs/benchmarks.md
	go run ./scripts/figures $(patsubst %/,./%,$(sort $(dir $(wildcard test/eval/*/main.go))))

.PHONY: bench
bench: ## measure speed and memory; write docs/benchmarks.md
	go test -run '^$$' -bench . -benchmem ./internal/...
	go run ./scripts/figures ./test/load

.PHONY: picture
picture: ## draw the README's picture anew
	@mkdir -p docs/images
	WCA_PICTURE=$(CURDIR)/docs/images/widget.png go test -count=1 -run TestDemonstration ./test/browser

.PHONY: clean
clean: ## remove what was built
	rm -rf bin dist .tools

# Tools are built once and kept in .tools, which git ignores.

lint_sources = $(wildcard scripts/lint/*.go) scripts/lint/go.mod

.tools/lint: $(lint_sources)
	@mkdir -p .tools
	cd scripts/lint && go vet . && go test . && go build -o $(CURDIR)/$@ .

.tools/deadcode: scripts/lint/go.mod
	@mkdir -p .tools
	cd scripts/lint && go build -o $(CURDIR)/$@ golang.org/x/tools/cmd/deadcode

.tools/tsgo-$(TSGO_VERSION):
	@mkdir -p .tools
	GOBIN=$(CURDIR)/.tools go install github.com/microsoft/typescript-go/cmd/tsgo@$(TSGO_VERSION)
	mv .tools/tsgo $@
