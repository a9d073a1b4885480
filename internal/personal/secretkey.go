package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// keyPrefixes begin the keys of well-known services, with the least length of what follows.
var keyPrefixes = []keyPrefix{
	{"sk-", 20}, {"sk_live_", 16}, {"sk_test_", 16}, {"pk_live_", 16}, {"pk_test_", 16}, {"rk_live_", 16}, {"whsec_", 20}, {"ghp_", 30}, {"gho_", 30}, {"ghs_", 30}, {"ghu_", 30}, {"ghr_", 30},
	{"github_pat_", 30}, {"glpat-", 16}, {"xoxb-", 20}, {"xoxp-", 20}, {"xoxa-", 20}, {"xoxs-", 20}, {"xapp-", 20}, {"AKIA", 16}, {"ASIA", 16}, {"AIza", 30}, {"ya29.", 20}, {"npm_", 30},
	{"pypi-", 30}, {"dop_v1_", 30}, {"hf_", 30}, {"SG.", 30}, {"eyJ", 30}, {"shpat_", 20}, {"sbp_", 30}, {"gsk_", 30}, {"AGE-SECRET-KEY-", 40}, {"key-", 32}, {"EAAC", 40}, {"xkeysib-", 40},
	{"xai-", 40}, {"hvs.", 20}, {"hvb.", 20}, {"sq0atp-", 20}, {"sq0csp-", 20}, {"sntrys_", 20}, {"sntryu_", 20}, {"rubygems_", 40}, {"r8_", 30}, {"PMAK-", 40}, {"pplx-", 30}, {"dapi", 32}, {"ntn_", 30}, {"secret_", 30}, {"NRAK-", 20},
	{"NRJS-", 16}, {"live_", 28}, {"test_", 28}, {"lin_api_", 30}, {"lin_oauth_", 30}, {"pat-eu1-", 36}, {"pat-na1-", 36}, {"glsa_", 30}, {"glc_", 30}, {"GOCSPX-", 24}, {"figd_", 30}, {"EAA", 60}, {"sl.", 60}, {"dp.pt.", 30}, {"dp.st.", 30},
	{"dckr_pat_", 20}, {"dckr_oat_", 20}, {"ATATT3", 40}, {"ATCTT3", 40}, {"pk.eyJ", 40}, {"sk.eyJ", 40}, {"access_token$", 30}, {"glrt-", 16}, {"gldt-", 16}, {"doo_v1_", 30}, {"dor_v1_", 30}, {"shpss_", 20}, {"shpca_", 20}, {"shppa_", 20},
	{"xoxe-", 20}, {"xoxe.", 20}, {"tskey-", 20}, {"nfp_", 30}, {"pul-", 40}, {"sgp_", 40}, {"cfut_", 30}, {"re_", 24}, {"rnd_", 24}, {"phc_", 30}, {"phx_", 30}, {"ops_eyJ", 60}, {"AQ.Ab8", 30}, {"v1.0-", 40}, {"sk_", 40},
}

// How much of a key and of a JSON web token is read, in bytes.
const (
	maxKey   = 256
	maxToken = 8192
)

// keyPrefix begins the keys of a service.
type keyPrefix struct {
	prefix string
	length int // of what follows, at least
}

// prefixesBy lists them by their first byte, and prefixSeconds the lower five bits of the second bytes of these, as a set.
var prefixesBy, prefixSeconds = func() (by [256][]keyPrefix, seconds [256]uint32) {
	for _, k := range keyPrefixes {
		by[k.prefix[0]] = append(by[k.prefix[0]], k)
		seconds[k.prefix[0]] |= 1 << (k.prefix[1] & 31)
	}
	return by, seconds
}()

// leastKey is how many bytes the shortest key has that the functions below find: those of AWS, and half of a pair.
var leastKey = func() int {
	least := min(leastHalfKey, productKeySize, len("SK")+32, uuidSize)
	for _, k := range keyPrefixes {
		least = min(least, len(k.prefix)+k.length)
	}
	return least
}()

// keys finds keys that their services mark by a prefix, and JSON web tokens.
func (s *scan) keys() {
	text, end := s.text, 0
	for _, t := range s.tokens {
		if t.kind != word {
			continue
		}
		for at := t.start; at+1 < len(text) && at < t.end; at++ {
			if at >= end && prefixSeconds[text[at]]>>(text[at+1]&31)&1 == 1 && !char.Glued(text, at) {
				if stop := s.keyAt(at); stop > at {
					s.add(at, stop, Secret, 1, text[at:stop])
					end = stop
				}
			}
			for at < t.end && char.AlnumTable[text[at]] { // behind a letter or a digit none begins
				at++
			}
		}
	}
}

// keyAt gives the end of the key that begins at pos, 0 if none does.
func (s *scan) keyAt(pos int) int {
	for _, k := range prefixesBy[s.text[pos]] {
		if !strings.HasPrefix(s.text[pos:], k.prefix) {
			continue
		}
		end := pos + len(k.prefix)
		digits := 0
		longest := maxKey
		if k.prefix == "eyJ" {
			longest = maxToken
		}
		for end < len(s.text) && end-pos < longest && (char.Alnum(s.text[end]) || strings.IndexByte("_-.", s.text[end]) >= 0 || s.text[end] == '$' && k.prefix == "access_token$") {
			if char.Digit(s.text[end]) {
				digits++
			}
			end++
		}
		for end > pos && strings.IndexByte("_-.", s.text[end-1]) >= 0 {
			end--
		}
		if end-pos-len(k.prefix) >= k.length && (digits > 0 || k.prefix == "eyJ" || k.prefix == "AKIA" || k.prefix == "ASIA") {
			return end
		}
	}
	return 0
}

// shapedKeys finds keys that no prefix of letters marks, but their shape: of Twilio, of bots of Telegram and of DeepL.
func (s *scan) shapedKeys() {
	for _, t := range s.tokens {
		if t.end-t.start < len("b5619859") || t.kind == mark {
			continue
		}
		end := 0
		switch key := s.text[t.start:t.end]; {
		case len(key) == 34 && (key[:2] == "SK" || key[:2] == "AC") && hexRun(key[2:]) == 32:
			end = t.end
		case char.Digits([]byte(key)) && len(key) <= 10 && strings.HasPrefix(s.text[t.end:], ":AA"):
			end = t.end + 1
			for end < len(s.text) && end-t.end < maxKey && (char.Alnum(s.text[end]) || s.text[end] == '_' || s.text[end] == '-') {
				end++
			}
			if end-t.end != 36 {
				end = 0
			}
		case len(key) >= 8 && key[0] < 0x80:
			if at := t.start + uuidSize; uuidAt(s.text, t.start) && strings.HasPrefix(s.text[at:], ":fx") {
				end = at + len(":fx")
			}
		}
		if end > 0 && !char.Glued(s.text, t.start) && !char.RunsOn(s.text, end) {
			s.add(t.start, end, Secret, 1, s.text[t.start:end])
		}
	}
}

// pairReach is how far before the second half of a key the first may end, or a word for keys stand, in bytes.
const pairReach = 48

// leastHalfKey is how long such a half is at least, in bytes.
const leastHalfKey = 20

// keyHalves finds what belongs to a key and has no prefix of its own: "AKIA… / G35HcMhPQH51qw…", "AC0123… : 9f8e7d6c…".
func (s *scan) keyHalves() {
	for _, t := range s.tokens {
		if t.end-t.start < leastHalfKey || t.kind == mark {
			continue // most words
		}
		from := t.start
		w := s.text[from:t.end]
		hex := hexRun(w) == len(w) && len(w) >= 32 && char.CountDigits([]byte(w)) > 4
		if !hex && !shuffled(w) || char.Glued(s.text, from) || char.RunsOn(s.text, t.end) || !s.foundBefore(Secret, from, pairReach) {
			continue
		}
		s.add(from, t.end, Secret, 0.7, w)
	}
}

// productKeySize is how long the key of a program by Microsoft is: five groups of five signs with hyphens between.
const productKeySize = 29

// productSigns are the signs in it, of which none is taken for another.
const productSigns = "BCDFGHJKMNPQRTVWXY2346789"

// productKeys finds such keys, which activate a program once for who bought them: "VK7JG-NPHTM-C97JM-9MPGT-3V66T".
func (s *scan) productKeys() {
	end := 0
	for _, t := range s.tokens {
		if at := t.start; at >= end && at+productKeySize <= len(s.text) && s.text[at+5] == '-' && !char.Glued(s.text, at) && productKeyAt(s.text[at:at+productKeySize]) && !char.RunsOn(s.text, at+productKeySize) {
			end = at + productKeySize
			s.add(at, end, Secret, 1, s.text[at:end])
		}
	}
}

// productKeyAt says whether a text of that length is such a key.
func productKeyAt(key string) bool {
	digits := 0
	for i := range len(key) {
		switch c := key[i]; {
		case i%6 == 5:
			if c != '-' {
				return false
			}
		case strings.IndexByte(productSigns, c) < 0:
			return false
		case char.Digit(c):
			digits++
		}
	}
	return digits > 0 && digits < productKeySize-4
}

// hexRun is how many hexadecimal digits in small letters a text begins with.
func hexRun(text string) (n int) {
	for n < len(text) && (char.Digit(text[n]) || text[n] >= 'a' && text[n] <= 'f') {
		n++
	}
	return n
}

// uuidSize is how long a UUID is: "b5619859-3673-febe-dbd7-d0994459bdaf".
const uuidSize = 36

// uuidAt says whether a UUID stands at pos.
func uuidAt(text string, pos int) bool {
	if pos < 0 || pos+uuidSize > len(text) {
		return false
	}
	for i := range uuidSize {
		switch c := text[pos+i]; i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if !char.Digit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
				return false
			}
		}
	}
	return !char.Glued(text, pos) && !char.RunsOn(text, pos+uuidSize)
}

// privateKeys finds what stands between "-----BEGIN … PRIVATE KEY-----" and its end.
func (s *scan) privateKeys() {
	const begin, end = "-----BEGIN ", "-----END "
	if !s.letters.mayHold(begin) {
		return
	}
	for at := 0; ; {
		i := strings.Index(s.text[at:], begin)
		if i < 0 {
			return
		}
		i += at
		at = i + len(begin)
		title := char.Cut(s.text, at, 48)
		if !strings.Contains(title, "PRIVATE KEY-----") {
			continue
		}
		stop := len(s.text)
		if j := strings.Index(s.text[at:], end); j >= 0 {
			stop = at + j + len(end)
			if k := strings.Index(s.text[stop:], "-----"); k >= 0 && k < 48 {
				stop += k + 5
			}
		}
		s.add(i, stop, Secret, 1, s.text[i:stop])
		at = stop
	}
}
