package app

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/problem"
)

// Models opens the configured providers of language models.
type Models struct {
	configured map[string]config.Provider
	providers  map[string]llm.Provider
	vectors    map[string]vectorSource
}

// vectorSource is where vectors can be asked for.
type vectorSource struct {
	settings llm.Settings
	client   *http.Client
}

func newModels(c config.Config, door *egress.Door) (*Models, error) {
	m := &Models{configured: c.Providers, providers: map[string]llm.Provider{}, vectors: map[string]vectorSource{}}
	quote, err := llm.Open(llm.Settings{Kind: "quote"}, nil)
	if err != nil {
		return nil, err
	}
	m.providers[bot.Quote] = quote
	for name, p := range c.Providers {
		// The operator names the address, so a model on the own machine or network is fine.
		policy := egress.Policy{AllowPrivate: true, KeepBody: true, Region: p.Region}
		settings := llm.Settings{Kind: p.Kind, BaseURL: p.BaseURL, Key: p.Key}
		provider, err := llm.Open(settings, door.Client(egress.Model, policy))
		if err != nil {
			return nil, fmt.Errorf("provider %s: %w", name, err)
		}
		m.providers[name] = provider
		m.vectors[name] = vectorSource{settings, door.Client(egress.Embedding, policy)}
	}
	return m, nil
}

// Open implements conversation.Models.
func (m *Models) Open(s bot.Model) (llm.Provider, error) {
	choices := s.Choices()
	links := make([]llm.Link, len(choices))
	for i, c := range choices {
		p, ok := m.providers[c.Provider]
		if !ok {
			return nil, unconfigured(c.Provider, slices.Sorted(maps.Keys(m.providers)))
		}
		if err := m.answers(c); err != nil {
			return nil, err
		}
		links[i] = llm.Link{Provider: p, Model: c.Name}
	}
	return llm.NewChain(links...), nil
}

// answers says why every request to a configured provider would fail, if that is certain beforehand.
func (m *Models) answers(c bot.Choice) error {
	configured := m.configured[c.Provider]
	if configured.LacksKey() {
		return problem.New(problem.Invalid, "provider_without_key", "The provider %q has no key on this server: set %s or %s_FILE.", c.Provider, config.KeyName(c.Provider), config.KeyName(c.Provider))
	}
	if c.Name == "" && c.Provider != bot.Quote && configured.Kind != "compatible" {
		return problem.New(problem.Invalid, "model_name_missing", "The name of the model is missing: write it as %s/MODEL.", c.Provider)
	}
	return nil
}

// unconfigured says that a provider is none of those that there are.
func unconfigured(provider string, have []string) error {
	if len(have) == 0 {
		return problem.New(problem.Invalid, "provider_unknown", "The provider %q is not configured on this server, nor is any other of this kind.", provider)
	}
	return problem.New(problem.Invalid, "provider_unknown", "The provider %q is not configured on this server; there are: %s.", provider, strings.Join(have, ", "))
}

// OpenEmbedder implements embedding.Models.
func (m *Models) OpenEmbedder(e bot.Embedding) (llm.Embedder, error) {
	source, ok := m.vectors[e.Provider]
	if !ok {
		return nil, unconfigured(e.Provider, slices.Sorted(maps.Keys(m.vectors)))
	}
	if err := m.answers(bot.Choice{Provider: e.Provider, Name: e.Name}); err != nil {
		return nil, err
	}
	embedder, err := llm.OpenEmbedder(source.settings, llm.Vectors{Model: e.Name, Dimensions: e.Dimensions}, source.client)
	if err != nil {
		return nil, problem.Wrap(err, problem.Invalid, "embedder_unavailable", "%s can't be used for vectors: %v.", e.ID(), err)
	}
	return embedder, nil
}
