package pseudonym

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/personal"
)

func TestAMemoryFindsTheSameAndForgets_K2(t *testing.T) {
	const text = "Schreiben Sie an erika@example.org oder rufen Sie 0511 9876543 an."
	f := personal.New(personal.Options{})
	var m Memory
	want := f.Find(text)
	for range 2 {
		if got := m.Of(personal.Guard(f), "b", "1").Find(text); len(want) < 2 || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	// Other settings are another version: nothing old is used.
	off := personal.New(personal.Options{Off: []personal.Type{personal.Phone}})
	if got := m.Of(personal.Guard(off), "b", "2").Find(text); len(got) != len(want)-1 {
		t.Errorf("got %+v", got)
	}
	if len(m.bots) != 1 || m.bots["b"].version != "2" || len(m.bots["b"].texts) != 1 {
		t.Errorf("the old version is still known: %+v", m.bots)
	}
	m.Sweep(func(bot, version string) bool { return bot == "b" && version == "2" })
	if len(m.bots) != 1 {
		t.Error("the one to keep was swept away")
	}
	m.Sweep(func(string, string) bool { return false })
	if len(m.bots) != 0 {
		t.Error("not forgotten")
	}
	for i := range rememberedBots + 5 {
		m.Of(personal.Guard(f), string(rune('a'+i)), "1").Find("nichts")
	}
	if len(m.bots) != rememberedBots {
		t.Errorf("%d bots are known", len(m.bots))
	}
}

type broken struct{}

func (broken) Find(string) []personal.Entity { panic("Erika Mustermann") }

func TestAFailureIsRememberedAsSuchOnly_D3(t *testing.T) {
	var m Memory
	failing := personal.Guard(broken{})
	if m.Of(failing, "b", "1").Find("erika@example.org") != nil || !errors.Is(failing.Err(), personal.ErrFailed) {
		t.Errorf("the failure went unseen: %v", failing.Err())
	}
	good := personal.Guard(personal.New(personal.Options{}))
	if found := m.Of(good, "b", "1").Find("erika@example.org"); len(found) != 1 || good.Err() != nil {
		t.Errorf("after a failure: %v, %v", found, good.Err())
	}
}

// failsAt fails to look through a text that has its word, as broken does.
type failsAt string

func (w failsAt) Find(text string) []personal.Entity {
	if strings.Contains(text, string(w)) {
		panic("Erika Mustermann")
	}
	return personal.New(personal.Options{}).Find(text)
}

func TestALineThatCouldNotBeLookedThroughIsNotWritten_D3(t *testing.T) {
	var out strings.Builder
	err := CLI(strings.NewReader("{\"text\":\"erika@example.org\"}\n{\"text\":\"Ich heiße Erika\"}\n{\"text\":\"max@example.org\"}\n"), &out, failsAt("heiße"))
	if !errors.Is(err, personal.ErrFailed) || !strings.Contains(err.Error(), "line 2") || strings.Contains(err.Error(), "Mustermann") {
		t.Errorf("told %v", err)
	}
	if strings.Count(out.String(), "\n") != 1 || strings.Contains(out.String(), "@") || strings.Contains(out.String(), "Erika") {
		t.Errorf("written: %s", out.String())
	}
}
