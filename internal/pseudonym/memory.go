package pseudonym

import (
	"crypto/sha256"
	"sync"

	"github.com/webchatagent/wca/internal/personal"
)

// Memory remembers what was found in passages, which models are shown over and over. What it knows
// of a bot belongs to a version of its index and settings and goes with it. The zero value works;
// it is safe for concurrent use.
type Memory struct {
	mu   sync.Mutex
	bots map[string]*remembered
}

// What a memory holds at most: about 5 MB a bot, more where passages are full of personal data.
const (
	rememberedBots  = 100
	rememberedTexts = 20_000
)

type remembered struct {
	version string
	texts   map[[16]byte][]personal.Entity
	shown   *Shown
}

// Of returns f with the memory of a bot. version must change with everything that could change
// what f finds or what the bot may still know.
func (m *Memory) Of(f *personal.Guarded, bot, version string) *Remembering {
	return &Remembering{finder: f, memory: m, bot: bot, version: version}
}

// Sweep drops what is known of bots in versions that keep refuses.
func (m *Memory) Sweep(keep func(bot, version string) bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for bot, known := range m.bots {
		if !keep(bot, known.version) {
			delete(m.bots, bot)
		}
	}
}

func (m *Memory) get(bot, version string, key [16]byte) ([]personal.Entity, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known := m.bots[bot]
	if known == nil || known.version != version {
		return nil, false
	}
	found, ok := known.texts[key]
	return found, ok
}

func (m *Memory) put(bot, version string, key [16]byte, found []personal.Entity) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known := m.bot(bot, version)
	if len(known.texts) >= rememberedTexts {
		for some := range known.texts {
			delete(known.texts, some)
			break
		}
	}
	known.texts[key] = found
}

// bot is what is known of a version of a bot; the lock is held.
func (m *Memory) bot(bot, version string) *remembered {
	if m.bots == nil {
		m.bots = map[string]*remembered{}
	}
	known := m.bots[bot]
	if known == nil || known.version != version {
		if known == nil && len(m.bots) >= rememberedBots {
			for some := range m.bots { // any: who is asked again is learned again
				delete(m.bots, some)
				break
			}
		}
		known = &remembered{version: version, texts: map[[16]byte][]personal.Entity{}}
		m.bots[bot] = known
	}
	return known
}

// Remembering finds personal data in what a bot's sources say.
type Remembering struct {
	finder       *personal.Guarded
	memory       *Memory
	bot, version string
}

// Find implements Searcher.
func (r *Remembering) Find(text string) []personal.Entity {
	sum := sha256.Sum256([]byte(text))
	key := [16]byte(sum[:16])
	found, ok := r.memory.get(r.bot, r.version, key)
	if !ok {
		found = r.finder.Find(text)
		if r.finder.Err() != nil {
			return nil // not to be remembered as a text without personal data
		}
		r.memory.put(r.bot, r.version, key, found)
	}
	return append([]personal.Entity(nil), found...)
}

// Shown are the values in the texts and the names of websites that open gives; they are asked for once.
func (r *Remembering) Shown(open func() (texts, hosts []string)) Shown {
	r.memory.mu.Lock()
	shown := r.memory.bot(r.bot, r.version).shown
	r.memory.mu.Unlock()
	if shown != nil {
		return *shown
	}
	texts, hosts := open()
	found := shownIn(r.finder, texts, hosts)
	if r.finder.Err() != nil {
		return Shown{}
	}
	r.memory.mu.Lock()
	defer r.memory.mu.Unlock()
	r.memory.bot(r.bot, r.version).shown = &found
	return found
}
