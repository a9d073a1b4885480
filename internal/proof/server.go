package proof

import (
	"context"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
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
	if wrong := transport(b.Config); wrong != (bilingual.Text{}) {
		return finding{state: Broken, reason: wrong}
	}
	for _, wrong := range []bilingual.Text{b.unencrypted(), openFiles(b.Config)} {
		if wrong != (bilingual.Text{}) {
			return finding{state: Broken, reason: wrong}
		}
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
	return holds(
		"%s. Das Geheimnis eines Schlüssels steht in keiner Datei des Servers, nur sein Hash; einen voreingestellten Schlüssel gibt es nicht.",
		"%s; the secret of a key is in no file of the server, only its hash is; there is no default key.", b.Config.URL())
}

// unencrypted names a server of another machine to which data goes without encryption.
func (i *Instance) unencrypted() (wrong bilingual.Text) {
	for _, name := range slices.Sorted(maps.Keys(i.Config.Providers)) {
		if at, err := url.Parse(i.Config.Providers[name].BaseURL); err == nil && at.Scheme == "http" && !inside(at.Hostname()) {
			return bilingual.Of(
				"Zum Anbieter „"+name+"“ gehen Daten ohne Verschlüsselung (base_url beginnt mit http://).",
				"Data goes to the provider “"+name+"” without encryption (base_url begins with http://).",
			)
		}
	}
	for _, host := range i.databases() {
		if i.Databases[host] {
			return bilingual.Of(
				"Zur Datenbank auf "+host+" können Daten ohne Verschlüsselung gehen: In ihrer Adresse fehlt sslmode=verify-full oder sslmode=require.",
				"Data may go to the database at "+host+" without encryption: its address lacks sslmode=verify-full or sslmode=require.",
			)
		}
	}
	return bilingual.Text{}
}

// databases are the machines outside of private networks that may hold the database.
func (i *Instance) databases() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(i.Databases)), inside)
}

// inside reports whether a host is here or in a private network: a name without a dot is one of such a
// network's.
func inside(host string) bool {
	return local(host) || !strings.Contains(host, ".") && !strings.Contains(host, ":")
}

// containerSecrets is where containers get their secrets, readable by everybody in them: nobody else is there.
const containerSecrets = "/run/secrets/"

// openFiles names a file of the server that other users of the machine may read.
func openFiles(c config.Config) (wrong bilingual.Text) {
	if runtime.GOOS == "windows" {
		return bilingual.Text{}
	}
	if holds := c.SecretFile; holds != "" && anybody(holds, 0o004) && open(holds, 0o001) {
		return bilingual.Text{
			De: "Andere Benutzer dieses Rechners können die Konfigurationsdatei lesen, in der ein Schlüssel oder Passwort steht (chmod o-rwx).",
			En: "Other users of this machine can read the configuration file, in which a key or password stands (chmod o-rwx).",
		}
	}
	for _, key := range c.KeyFiles {
		if !strings.HasPrefix(key, containerSecrets) && anybody(key, 0o004) && open(key, 0o001) {
			return bilingual.Of(
				"Andere Benutzer dieses Rechners können die Datei "+filepath.Base(key)+" lesen, in der ein Schlüssel oder Passwort steht (chmod o-rwx).",
				"Other users of this machine can read the file "+filepath.Base(key)+", in which a key or password stands (chmod o-rwx).",
			)
		}
	}
	for _, folder := range []string{c.Data, filepath.Join(c.Data, "logs")} {
		names, err := filepath.Glob(filepath.Join(folder, "*"))
		if err != nil {
			return bilingual.Text{}
		}
		if wrong := openStored(folder, names); wrong != (bilingual.Text{}) {
			return wrong
		}
	}
	beside := c.Files()
	if c.Erasures != "" {
		beside = append(beside, c.Erasures)
	}
	for _, name := range beside {
		if wrong := openStored(filepath.Dir(name), []string{name}); wrong != (bilingual.Text{}) {
			return wrong
		}
	}
	return bilingual.Text{}
}

// openStored names one of the files in a folder that others may read, or the folder if they may put others in their place.
func openStored(folder string, names []string) (wrong bilingual.Text) {
	if !anybody(folder, 0o077) || !open(folder, 0o011) {
		return bilingual.Text{} // nobody else gets to the files
	}
	for _, name := range names {
		info, err := os.Lstat(name)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if info.Mode().Perm()&0o077 != 0 {
			return bilingual.Of(
				"Andere Benutzer dieses Rechners können lesen, was der Server speichert: "+filepath.Base(name)+" (chmod go-rwx).",
				"Other users of this machine can read what the server stores: "+filepath.Base(name)+" (chmod go-rwx).",
			)
		}
		if at, err := os.Stat(folder); err == nil && at.Mode().Perm()&0o002 != 0 && at.Mode()&os.ModeSticky == 0 {
			return bilingual.Of(
				"Andere Benutzer dieses Rechners können Dateien des Servers durch eigene ersetzen: Der Ordner "+filepath.Base(folder)+" steht ihnen zum Schreiben offen (chmod o-w).",
				"Other users of this machine can put files of their own in place of the server's: they may write in the folder "+filepath.Base(folder)+" (chmod o-w).",
			)
		}
	}
	return bilingual.Text{}
}

// open reports whether others have a permission on all folders above a file or folder: who may not enter one of them gets to
// nothing in it.
func open(path string, permission os.FileMode) bool {
	path, err := filepath.Abs(path)
	if err == nil {
		path, err = filepath.EvalSymlinks(path)
	}
	for err == nil && path != filepath.Dir(path) {
		if path = filepath.Dir(path); !anybody(path, permission) {
			return false
		}
	}
	return err == nil
}

// anybody reports whether others have one of these permissions on a file or folder.
func anybody(path string, permission os.FileMode) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&permission != 0
}

// general are the addresses of providers' own services that may compute anywhere: OpenAI binds requests to Europe at
// eu.api.openai.com only, Google and Anthropic at none of these.
var general = map[string]string{"openai": "api.openai.com", "gemini": "generativelanguage.googleapis.com", "anthropic": "api.anthropic.com"}

// others are such addresses of services that speak as OpenAI does.
var others = []string{
	"api.groq.com", "api.x.ai", "openrouter.ai", "api.together.xyz", "api.together.ai", "api.fireworks.ai", "api.perplexity.ai", "api.cerebras.ai", "api.deepinfra.com",
	"api.deepseek.com", "api.moonshot.ai", "api.moonshot.cn", "dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com", "api.cohere.com", "api.cohere.ai", "integrate.api.nvidia.com",
}

// unbound is the one of them that is asked for a provider, "" for none.
func unbound(p config.Provider) string {
	if p.BaseURL == "" {
		return general[p.Kind]
	}
	host := asked(p)
	if slices.Contains(slices.Collect(maps.Values(general)), host) || slices.Contains(others, host) {
		return host
	}
	return ""
}

// asked is the machine at a provider's address, "" where none is given.
func asked(p config.Provider) string {
	at, err := url.Parse(p.BaseURL)
	if err != nil {
		return ""
	}
	return strings.ToLower(strings.TrimSuffix(at.Hostname(), "."))
}

// checkRegions names the providers of models and where they compute.
func checkRegions(_ context.Context, b *bench) finding {
	var named, away []string
	for _, name := range slices.Sorted(maps.Keys(b.Config.Providers)) {
		where := b.Config.Providers[name].Region
		if where == "" {
			return broken(
				"Für den Anbieter „"+name+"“ ist nicht angegeben, wo er rechnet (region).",
				"The provider “"+name+"” does not say where it computes (region).")
		}
		if host := unbound(b.Config.Providers[name]); host != "" && european(where) {
			return broken(
				"Für den Anbieter „"+name+"“ ist als Ort "+where+" angegeben, gefragt wird aber "+host+", das nicht an Europa gebunden ist (region, base_url).",
				"The provider “"+name+"” is said to compute in "+where+", but "+host+" is asked, which is not bound to Europe (region, base_url).")
		}
		if host := asked(b.Config.Providers[name]); strings.EqualFold(where, "local") && host != "" && !inside(host) {
			return broken(
				"Für den Anbieter „"+name+"“ ist als Ort "+where+" angegeben, gefragt wird aber "+host+", ein anderer Rechner. Geben Sie an, wo er steht (region).",
				"The provider “"+name+"” is said to compute here ("+where+"), but "+host+" is asked, which is another machine. Say where that stands (region).")
		}
		entry := fmt.Sprintf("%s (%s, %s)", name, b.Config.Providers[name].Kind, where)
		named = append(named, entry)
		if !european(where) {
			away = append(away, entry)
		}
	}
	f := holds(
		"Kein Anbieter von Modellen ist eingestellt: Außer dem Lesen von Websites verlässt nichts den Server.",
		"No provider of models is configured: nothing leaves the server but the reading of websites.")
	if len(named) > 0 {
		f = holds("Jeder Anbieter nennt seinen Ort: %s.", "Every provider names its region: %s.", strings.Join(named, ", "))
		f.reason = bilingual.Of("Empfänger: %s.", "Recipients: %s.").Format(strings.Join(named, ", "))
	}
	if elsewhere := strings.Join(b.databases(), ", "); elsewhere != "" {
		f.reason = bilingual.Of(
			strings.TrimSpace(f.reason.De+" Die Datenbank liegt auf einem anderen Rechner ("+elsewhere+"); wo er steht, weiß dieser Server nicht."),
			strings.TrimSpace(f.reason.En+" The database is on another machine ("+elsewhere+"); where that stands this server does not know."),
		)
	}
	if len(away) > 0 {
		list := strings.Join(away, ", ")
		f.reason = f.reason.Add(bilingual.Of(" Außerhalb des EWR: %s.", " Outside the EEA: %s.").Format(list))
	}
	return f
}

// checkAccess asks for a bot with its own key, with one of another workspace and without one.
func checkAccess(_ context.Context, b *bench) finding {
	want := map[string]int{b.secret: http.StatusOK, b.foreign: http.StatusNotFound, "": http.StatusUnauthorized}
	for secret, status := range want {
		r := b.request("/v1/bots/" + b.bot.ID)
		if secret != "" {
			r.Header.Set("Authorization", "Bearer "+secret)
		}
		a, err := b.Ask(r)
		if err != nil {
			return failed(err)
		}
		if a.Status != status {
			return broken("Ein Zugriff wurde anders beantwortet, als er darf.", "An access was answered in a way it must not be.").
				saw(bilingual.AsIs(fmt.Sprintf("got HTTP %d, want %d", a.Status, status)))
		}
	}
	return holds(
		"Ein Bot, abgefragt mit dem Schlüssel seines Arbeitsbereichs: 200; mit dem Schlüssel eines anderen: 404; ohne Schlüssel: 401.",
		"A bot asked for with its workspace's key: 200; with the key of another workspace: 404; without a key: 401.")
}

// transport says what is wrong with how visitors reach the instance, nothing if it is right.
func transport(c config.Config) (wrong bilingual.Text) {
	address, host := "http://"+c.Listen, c.Listen
	if c.PublicURL != "" {
		at, err := url.Parse(c.PublicURL)
		if err != nil || at.Scheme == "https" {
			return bilingual.Text{}
		}
		address, host = at.Scheme+"://"+at.Host, at.Hostname()
	} else if h, _, err := net.SplitHostPort(c.Listen); err == nil {
		host = h // "" is every address of the machine
	}
	if local(host) {
		return bilingual.Text{}
	}
	return bilingual.Of(
		"Besucher erreichen den Server ohne Verschlüsselung ("+address+"). Setzen Sie public_url auf die https-Adresse des vorgeschalteten Proxys.",
		"Visitors reach the server without encryption ("+address+"). Set public_url to the https address of the proxy in front.",
	)
}
