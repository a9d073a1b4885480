package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// handleBehind takes the name behind a social network, whose name ends before token i, that one person says is theirs.
func (s *scan) handleBehind(i int) {
	if !s.ownBefore(i-1, i+usernameTokens) || s.ofOthers(i) {
		return
	}
	s.profileAt(s.tokens[i-1].start)
	t, ok := s.behindLabel(i)
	if !ok || t.below {
		return
	}
	if w := s.lower(t.at - 1); t.between && (w == "auf" || w == "on") { // "läuft mein Steam auf Windows11?"
		return
	}
	start := s.tokens[t.at].start
	signed := s.text[start] == '@' || handleNetworks[s.lower(i-1)] && s.tokens[i].gap
	end, shaped := s.usernameAt(start)
	if name := s.folded[start:max(start, end)]; s.text[start] != '@' && shaped && (twoWords(name) || numberedWord(name)) {
		return
	}
	if shaped && (t.between || signed || end > start && s.text[max(start, end-len("#1234"))] == '#') { // "my Xbox One_S"
		s.username(start, end)
	}
}

// handleNetworks are networks that name nothing else, behind which the name may stand directly, "my insta lea.k92", and the verb
// that ends "mein Account heißt".
var handleNetworks = wordlist.Set("insta instagram ig tiktok snapchat twitter heißt")

// handleReach is how many tokens before a social network the name may stand: "ich bin @lea.k92 auf Instagram".
const handleReach = 6

// handleBefore takes it there, if it has the sign for it.
func (s *scan) handleBefore(i int) {
	for j := i - 1; j >= 0 && i-j < handleReach && !s.tokens[j+1].line; j-- {
		if s.is(j, '@') && (s.tokens[j].gap || s.tokens[j].line) && s.ownBefore(j, j) && !s.ofOthers(j) {
			if end, _ := s.usernameAt(s.tokens[j].start); end > 0 {
				s.username(s.tokens[j].start, end)
			}
			return
		}
	}
}

// seeWords say that somebody saw or likes something, followWords that they follow it: "I follow @nasa on Twitter".
var (
	seeWords    = wordlist.Set("gesehen saw seen found gefunden entdeckt discovered favourite favorite")
	followWords = wordlist.Set("folge follow abonniere abonniert")
)

// ofOthers says whether the sentence around token i speaks of whom somebody follows or where they saw something.
func (s *scan) ofOthers(i int) bool {
	for k := max(1, i-usernameTokens); k < min(len(s.tokens), i+usernameTokens); k++ {
		w := s.lower(k)
		if seeWords[w] || strings.HasPrefix(w, "liebling") || followWords[w] && (s.lower(k-1) == "ich" || s.lower(k-1) == "i") {
			return true
		}
	}
	return false
}

// profileHosts are the websites in whose addresses the name of a user follows.
var profileHosts = wordlist.Set("instagram.com tiktok.com twitter.com x.com facebook.com t.me github.com gitlab.com twitch.tv snapchat.com/add linkedin.com/in xing.com/profile reddit.com/user youtube.com")

// hostReach is how many bytes of an address may stand before the word for the network.
const hostReach = len("https://www.")

// mostProfile is how long the address of a page about a user is at most, in bytes.
const mostProfile = 128

// profileAt takes the name in the address of a page about a user in which the word for a network begins at pos.
func (s *scan) profileAt(pos int) {
	start := pos
	for start > 0 && pos-start < hostReach && !char.Space(s.text[start-1]) {
		start--
	}
	end := urlEnd(s.text[:min(len(s.text), start+mostProfile)], start)
	address := strings.TrimPrefix(strings.TrimPrefix(s.folded[start:end], "https://"), "www.")
	at := strings.LastIndexByte(strings.TrimSuffix(address, "/"), '/')
	if at < 0 || !profileHosts[address[:at]] {
		return
	}
	from := end - len(address) + at + 1
	if stop, _ := s.usernameAt(from); stop == end {
		s.username(from, stop)
	}
}
