package source

import (
	"context"
	"fmt"
	"iter"
	"log/slog"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source/crawl"
	"github.com/webchatagent/wca/internal/token"
)

// Library keeps the sources of all bots: it takes new ones in, reads them (Ingest) and removes
// them. All fields but PublicURL must be set.
type Library struct {
	Store     Store
	Extractor *extract.Extractor
	Client    *http.Client // for websites, from egress
	Queue     Queue
	Now       func() time.Time
	Log       *slog.Logger
	PublicURL string // told to websites that are read; "" tells none
}

// Queue asks for a source to be read in the background.
type Queue interface {
	Read(ctx context.Context, workspace, bot, source string) error
}

// Upload is a file to be taken in. Name is how it is cited: its path or file name.
type Upload struct {
	Name        string
	ContentType string
	Body        []byte
	Unread      *refusal.Error // why there is no Body although the file is there
}

// MaxFile is the size of a file that can be taken in, in bytes.
const MaxFile = 50 << 20

// Website says what is read of a website.
type Website struct {
	Address  string
	Rules    crawl.Rules
	Every    time.Duration // it is read again after this time; 0: only when asked
	Accepted bool          // rules by which most of what was read leaves, too
}

// AddSite takes in a website. The same address again is the same source: its rules are changed
// and it is read again. Rules by which most of what was read leaves must be accepted: a slip in a pattern would empty
// the bot else.
func (l *Library) AddSite(ctx context.Context, workspace, bot string, site Website) (Source, error) {
	start, err := startURL(site.Address)
	if err != nil {
		return Source{}, err
	}
	if site.Every != 0 && site.Every < time.Hour {
		return Source{}, problem.New(problem.Invalid, "schedule_too_short", "A website can be read again every hour at most.")
	}
	_, err = crawl.New(l.Client, start, site.Rules, l.Log)
	if err == nil {
		err = site.Rules.Check()
	}
	if err != nil {
		return Source{}, problem.Wrap(err, problem.Invalid, "rules_wrong", "The website is not read by these rules: %v.", err)
	}
	s := Source{Workspace: workspace, Bot: bot, Kind: Site, Address: start, Rules: site.Rules, Every: site.Every}
	if !site.Accepted {
		if err := l.keepsMost(ctx, s); err != nil {
			return Source{}, err
		}
	}
	if s, err = l.take(ctx, s); err != nil {
		return Source{}, err
	}
	return s, l.Queue.Read(ctx, workspace, bot, s.ID)
}

// AddFiles takes in files as one source; address names it: a file name or a folder. The same
// address again is the same source: changed files are read again, files that are no longer among
// them are gone, and of those that could not be read what they said before stays. A file of a folder whose
// document was erased as such is left out: reading the folder again is no wish to have that one back.
func (l *Library) AddFiles(ctx context.Context, workspace, bot, address string, files iter.Seq[Upload]) (Source, error) {
	s, err := l.take(ctx, Source{Workspace: workspace, Bot: bot, Kind: File, Address: address})
	if err != nil {
		return Source{}, err
	}
	given := map[string]bool{}
	for f := range files {
		given[f.Name] = true
		if f.Unread != nil {
			if err := l.failFile(ctx, s, f); err != nil {
				return Source{}, fmt.Errorf("noting that %s was not read: %w", f.Name, err)
			}
			continue
		}
		if erased, err := l.leaveErased(ctx, s, f.Name); err != nil {
			return Source{}, err
		} else if erased {
			continue
		}
		if len(f.Body) > MaxFile {
			return Source{}, problem.New(problem.TooLarge, "file_too_large", "%s has %d MB; files may have at most %d MB.", path.Base(f.Name), len(f.Body)>>20, MaxFile>>20)
		}
		if err := l.putFile(ctx, s, f); err != nil {
			return Source{}, fmt.Errorf("taking in %s: %w", f.Name, err)
		}
	}
	if err := l.dropFiles(ctx, s, given); err != nil {
		return Source{}, fmt.Errorf("removing files that are no longer there: %w", err)
	}
	if s, err = l.readAnew(ctx, s); err != nil {
		return Source{}, err
	}
	return s, l.Queue.Read(ctx, s.Workspace, s.Bot, s.ID)
}

// readAnew has a reading of files that goes on, or was broken off, begin with the first file again: those that it has read
// may say something else since, or be gone.
func (l *Library) readAnew(ctx context.Context, s Source) (Source, error) {
	if s.State != Running {
		return s, nil
	}
	s.Run++
	err := l.Store.StartRun(ctx, s.Workspace, s.Bot, s.ID, s.Run)
	if err == nil {
		err = l.Store.UpdateSource(ctx, s)
	}
	if err != nil {
		return s, fmt.Errorf("starting a run anew: %w", err)
	}
	return s, nil
}

func (l *Library) putFile(ctx context.Context, s Source, f Upload) error {
	err := l.Store.PutBlob(ctx, Blob{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Name: f.Name, ContentType: f.ContentType, Body: f.Body})
	if err != nil {
		return err
	}
	_, err = l.Store.AddPages(ctx, []Page{{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Address: f.Name, State: PagePending}})
	return err
}

// leaveErased notes of a file of a folder that it is left out because its document was erased.
func (l *Library) leaveErased(ctx context.Context, s Source, name string) (erased bool, err error) {
	if s.Address == name {
		return false, nil
	}
	if erased, err = l.Store.DocumentErased(ctx, s.Workspace, s.documentID(name), s.CreatedAt); err != nil || !erased {
		return false, err
	}
	p := Page{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Address: name, State: PageSkipped, Run: s.Run + 1, At: l.Now().UTC()}
	if _, err := l.Store.AddPages(ctx, []Page{p}); err != nil {
		return true, fmt.Errorf("noting that %s was erased: %w", name, err)
	}
	p.Code, p.Reason = codeErased, erasedFile.En
	if _, err := l.Store.FinishPage(ctx, p, nil, nil); err != nil {
		return true, fmt.Errorf("noting that %s was erased: %w", name, err)
	}
	return true, nil
}

// failFile notes why a file was not read, as of the run that comes. The original that was read before stays.
func (l *Library) failFile(ctx context.Context, s Source, f Upload) error {
	p := Page{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Address: f.Name, State: PageFailed, Run: s.Run + 1, At: l.Now().UTC()}
	if _, err := l.Store.AddPages(ctx, []Page{p}); err != nil {
		return err
	}
	p.Code, p.Said, p.Reason = f.Unread.Code, f.Unread.Said, f.Unread.Message
	_, err := l.Store.FinishPage(ctx, p, nil, nil)
	return err
}

// dropFiles removes the originals of files that the source no longer has; reading the source
// then finds them gone.
func (l *Library) dropFiles(ctx context.Context, s Source, keep map[string]bool) error {
	for p, err := range AllPages(ctx, l.Store, s) {
		if err != nil {
			return err
		}
		if keep[p.Address] {
			continue
		}
		if err := l.Store.DeleteBlob(ctx, s.Workspace, s.Bot, s.ID, p.Address); err != nil {
			return err
		}
	}
	return nil
}

// Site is the source of a website's address as people type it; problem.NotFound if there is none.
func (l *Library) Site(ctx context.Context, workspace, bot, address string) (Source, error) {
	start, err := startURL(address)
	if err != nil {
		return Source{}, err
	}
	return l.Store.Source(ctx, workspace, bot, Source{Workspace: workspace, Bot: bot, Kind: Site, Address: start}.derivedID())
}

// IsMeant reports whether people mean the source by what they give: its id, or its address as they type it.
func (s Source) IsMeant(given string) bool {
	if given == s.ID || given == s.Address {
		return true
	}
	if s.Kind == File {
		return given != "" && filepath.Clean(given) == s.Address
	}
	start, err := startURL(given)
	return err == nil && start == s.Address
}

// derivedID is the id of the source of this address.
func (s Source) derivedID() string {
	return token.Derived("src", s.Workspace, s.Bot, string(s.Kind), s.Address)
}

// take writes a new source, or queues the known one of the same address with the new rules.
func (l *Library) take(ctx context.Context, s Source) (Source, error) {
	s.ID = s.derivedID()
	s.State, s.CreatedAt = Queued, l.Now().UTC()
	known, err := l.Store.Source(ctx, s.Workspace, s.Bot, s.ID)
	if problem.Is(err, problem.NotFound) {
		if err := l.Store.CreateSource(ctx, s); err != nil {
			return Source{}, err
		}
		return l.Store.Source(ctx, s.Workspace, s.Bot, s.ID)
	}
	if err != nil {
		return Source{}, err
	}
	if !known.Rules.Same(s.Rules) { // unchanged pages may lead further now
		if err := l.Store.ForgetPages(ctx, s.Workspace, s.Bot, s.ID); err != nil {
			return Source{}, err
		}
		known.LeftOut = crawl.LeftOut{}
	}
	known.Rules, known.Every = s.Rules, s.Every
	if known.State != Running {
		known.State, known.Message = Queued, ""
	}
	return known, l.Store.UpdateSource(ctx, known)
}

// ReadAgain asks for a source to be read once more.
func (l *Library) ReadAgain(ctx context.Context, workspace, bot, id string) (Source, error) {
	s, err := l.Store.Source(ctx, workspace, bot, id)
	if err != nil {
		return Source{}, err
	}
	if s.State == Running {
		return s, nil
	}
	s.State, s.Message = Queued, ""
	if err := l.Store.UpdateSource(ctx, s); err != nil {
		return Source{}, err
	}
	return s, l.Queue.Read(ctx, workspace, bot, id)
}

// Accept takes a website as it was found although most of what was read before goes by that: it removes the
// documents that were kept. If the website was not read to its end, it is read again and taken as it is.
func (l *Library) Accept(ctx context.Context, workspace, bot, id string) (Source, error) {
	s, err := l.Store.Source(ctx, workspace, bot, id)
	if err != nil {
		return Source{}, err
	}
	release, ok, err := l.reserve(ctx, newLease(s), func() {}) // a reading that begins now would mark others to be removed
	if err != nil {
		return Source{}, err
	}
	if !ok {
		return Source{}, problem.New(problem.Conflict, "source_being_read", "This source is being read. Please try again when that is done.")
	}
	s, err = l.accept(ctx, workspace, bot, id)
	release()
	if err != nil || s.Notice.Code != SameText {
		return s, err
	}
	return l.ReadAgain(ctx, workspace, bot, id)
}

// accept is Accept of a source that nobody else has; one whose notice it leaves is to be read again.
func (l *Library) accept(ctx context.Context, workspace, bot, id string) (Source, error) {
	s, err := l.Store.Source(ctx, workspace, bot, id)
	if err != nil {
		return Source{}, err
	}
	code := s.Notice.Code
	if s.State == Queued || s.State == Running || (code != Vanished && code != SameText) {
		return Source{}, problem.New(problem.Conflict, "nothing_to_accept", "Nothing of this source waits to be removed.")
	}
	if code == SameText {
		s.Notice.Since = time.Time{} // found so long enough
	} else if s, err = l.removeAccepted(ctx, s); err != nil {
		return Source{}, err
	}
	if err := l.Store.UpdateSource(ctx, s); err != nil {
		return Source{}, fmt.Errorf("accepting a website: %w", err)
	}
	return s, nil
}

// removeAccepted removes what was kept of a source and returns it as it is to be written down.
func (l *Library) removeAccepted(ctx context.Context, s Source) (Source, error) {
	if err := l.removeKept(ctx, s); err != nil {
		return Source{}, err
	}
	s, err := l.Store.Source(ctx, s.Workspace, s.Bot, s.ID)
	if err != nil {
		return Source{}, err
	}
	s.State, s.Notice = Ready, Notice{Pause: s.Notice.Pause}
	s.DueAt = s.next()
	s.Message = s.Remarks("en")
	if s.Counts.Documents == 0 {
		s.State, s.Message = Failed, strings.TrimSpace(l.whyEmpty(ctx, s)+" "+s.Message)
	}
	return s, nil
}

// Due asks for all sources to be read whose schedule wants it, and for those that were queued
// and lost their job.
func (l *Library) Due(ctx context.Context) error {
	due, err := l.Store.DueSources(ctx, l.Now().UTC(), 100)
	if err != nil {
		return fmt.Errorf("looking which sources are to be read: %w", err)
	}
	for _, s := range due {
		if err := l.Queue.Read(ctx, s.Workspace, s.Bot, s.ID); err != nil {
			return fmt.Errorf("queueing the source %s: %w", s.ID, err)
		}
	}
	return nil
}

// startURL reads an address as people type it: example.de becomes https://example.de/.
func startURL(address string) (string, error) {
	address = strings.TrimSpace(address)
	if address == "" {
		return "", problem.New(problem.Invalid, "address_empty", "Please give the address of the website.")
	}
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return "", problem.New(problem.Invalid, "address_wrong", "%q is not the address of a website, such as https://www.example.de.", address)
	}
	if u.User != nil {
		return "", problem.New(problem.Invalid, "address_with_password", "An address with a user name or password is not possible.")
	}
	if u.Path == "" {
		u.Path = "/"
	}
	normal := crawl.Normalise(u.String())
	if normal == "" {
		return "", problem.New(problem.Invalid, "address_wrong", "%q is not the address of a website, such as https://www.example.de.", address)
	}
	return normal, nil
}
