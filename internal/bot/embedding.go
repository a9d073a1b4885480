package bot

import (
	"strconv"
	"strings"
)

// Embedding names a model outside that makes the vectors that search compares.
type Embedding struct {
	Provider   string `json:"provider"` // name of a configured provider
	Name       string `json:"name"`
	Dimensions int    `json:"dimensions,omitempty"` // asked for, 0 means the model's own number
}

// ID is PROVIDER/MODEL or PROVIDER/MODEL@DIMENSIONS; vectors of different ids are never compared.
// Of nil it is "".
func (e *Embedding) ID() string {
	if e == nil {
		return ""
	}
	id := e.Provider + "/" + e.Name
	if e.Dimensions > 0 {
		id += "@" + strconv.Itoa(e.Dimensions)
	}
	return id
}

// ParseEmbedding is the reverse of ID.
func ParseEmbedding(id string) (Embedding, bool) {
	provider, name, ok := strings.Cut(id, "/")
	if !ok || provider == "" || name == "" {
		return Embedding{}, false
	}
	e := Embedding{Provider: provider, Name: name}
	if at := strings.LastIndexByte(name, '@'); at > 0 {
		if n, err := strconv.Atoi(name[at+1:]); err == nil && n > 0 {
			e.Name, e.Dimensions = name[:at], n
		}
	}
	return e, true
}

func (e *Embedding) check() error {
	if e == nil {
		return nil
	}
	if e.Provider == "" || e.Name == "" {
		return invalid("embedding_incomplete", "A model for vectors has a provider and a name, such as ollama/embeddinggemma.")
	}
	if e.Dimensions < 0 || e.Dimensions > 8_192 {
		return invalid("dimensions_wrong", "The number of dimensions lies between 1 and 8,192; 0 means the model's own.")
	}
	return nil
}
