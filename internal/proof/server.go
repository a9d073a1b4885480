package proof

import (
	"context"
	"fmt"
	"maps"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/token"
)

// local reports whether a host is the machine itself or in a private network.
func local(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	a, err := netip.ParseAddr(host)
	return err == nil && (a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast())
}

// checkSecurity looks at the connection and at how keys are stored.
func checkSecurity(ctx context.Context, b *bench) finding {
	if wrong := transport(b.Config); wrong != (Text{}) {
		return finding{state: Broken, reason: wrong}
	}
	key, err := b.Workspaces.KeyByHash(ctx, token.Hash(b.secret))
	if err == nil && string(key.Hash) == b.secret || len(b.kept[b.secret]) > 0 {
		return broken("Ein Schlüssel ist lesbar gespeichert.", "A key is stored readably.")
	}
	for _, guess := range []string{"wca_admin", "wca_password", "wca_"} {
		if _, err := b.Keys.Authenticate(ctx, guess); err == nil {
			return broken("Ein Standardpasswort wird angenommen.", "A default password is accepted.")
		}
	}
	return holds("%s; the secret of a key is in no file of the server, only its hash is; there is no default key", b.Config.URL())
}

// european are the regions, as operators write them, that need no naming as a transfer to a third
// country: this machine, and member states of the EEA.
var european = strings.Fields("local eu eea at be bg cy cz de dk ee es fi fr gr hr hu ie is it li lt lu lv mt nl no pl pt ro se si sk germany deutschland")

// region says where a provider computes: as configured, or here when its address is this machine.
func region(p config.Provider) string {
	if at, err := url.Parse(p.BaseURL); p.Region == "" && err == nil && p.BaseURL != "" && local(at.Hostname()) {
		return "local"
	}
	return p.Region
}

// checkRegions names the providers of models and where they compute.
func checkRegions(_ context.Context, b *bench) finding {
	var named, away []string
	for _, name := range slices.Sorted(maps.Keys(b.Config.Providers)) {
		where := region(b.Config.Providers[name])
		if where == "" {
			return broken(
				"Für den Anbieter „"+name+"“ ist nicht angegeben, wo er rechnet (region).",
				"The provider “"+name+"” does not say where it computes (region).")
		}
		first, _, _ := strings.Cut(strings.ToLower(where), "-")
		entry := fmt.Sprintf("%s (%s, %s)", name, b.Config.Providers[name].Kind, where)
		named = append(named, entry)
		if !slices.Contains(european, first) {
			away = append(away, entry)
		}
	}
	f := holds("no provider of models is configured: nothing leaves the server but the reading of websites")
	if len(named) > 0 {
		f = holds("every provider names its region: %s", strings.Join(named, ", "))
		f.reason = Text{"Empfänger: " + strings.Join(named, ", ") + ".", "Recipients: " + strings.Join(named, ", ") + "."}
	}
	if len(away) > 0 {
		list := strings.Join(away, ", ")
		f.reason = Text{f.reason.De + " Außerhalb des EWR: " + list + ".", f.reason.En + " Outside the EEA: " + list + "."}
	}
	return f
}
