package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// curlReach is how far behind the name of the program its user can stand.
const curlReach = 160

// userFlags finds the password in "curl -u name:password https://…"; other programs have a group there.
func (s *scan) userFlags() {
	if !s.letters.mayHold("curl ") || !strings.Contains(s.text, "curl ") {
		return
	}
	for _, flag := range [...]string{" -u ", " --user "} {
		for at := 0; ; {
			i := strings.Index(s.text[at:], flag)
			if i < 0 {
				break
			}
			at += i + len(flag)
			if !strings.Contains(s.text[max(0, at-curlReach):at], "curl ") {
				continue
			}
			end := passwordEnd(s.text, at)
			if colon := strings.IndexByte(s.text[at:end], ':'); colon > 0 && end-at-colon > 4 && s.text[at+colon+1] != '/' {
				s.add(at+colon+1, end, Secret, 0.8, s.text[at+colon+1:end])
			}
		}
	}
}

// mysqlFlags finds the password in "mysql -u root -pname", which stands glued to its flag.
func (s *scan) mysqlFlags() {
	const flag = " -p"
	if !s.letters.mayHold("mysql") || !strings.Contains(s.text, "mysql") {
		return
	}
	for at := 0; ; {
		i := strings.Index(s.text[at:], flag)
		if i < 0 {
			return
		}
		at += i + len(flag)
		line := s.text[max(0, at-curlReach):at]
		if line = line[strings.LastIndexByte(line, '\n')+1:]; !strings.Contains(line, "mysql") {
			continue
		}
		if end := passwordEnd(s.text, at); end-at >= leastPIN && s.text[at] != '$' {
			s.add(at, end, Secret, 0.8, s.text[at:end])
			at = end
		}
	}
}

// namesSetting says whether [pos, end) is the name of a setting whose value follows: "client_secret: …".
func (s *scan) namesSetting(pos, end int) bool {
	name := strings.TrimRight(s.text[pos:end], ":=")
	if !strings.Contains(name, "_") || !(end-pos > len(name) || end < len(s.text) && strings.IndexByte(":=", s.text[end]) >= 0) {
		return false
	}
	return smallLetters(strings.ReplaceAll(name, "_", ""))
}

// variable says whether a word is the name of a setting, "DB_PASSWORD".
func variable(w string) bool {
	for i := range len(w) {
		if w[i] != '_' && (w[i] < 'A' || w[i] > 'Z') {
			return false
		}
	}
	return len(w) > 3 && strings.Contains(w, "_")
}

// longestSetting is how many bytes the name of a setting may have.
const longestSetting = 64

// settings finds what is set where the name says that it is secret: "export LEDGER_API_KEY=…".
func (s *scan) settings() {
	for at := 0; s.letters.has('='); {
		i := strings.IndexByte(s.text[at:], '=')
		if i < 0 {
			return
		}
		i += at
		at = i + 1
		from := i
		for from > 0 && i-from < longestSetting && (s.text[from-1] == '_' || s.text[from-1] >= 'A' && s.text[from-1] <= 'Z') {
			from--
		}
		if !secretVariable(s.text[from:i]) {
			s.queryValue(i)
			continue
		}
		if end := passwordEnd(s.text, at); end-at >= 6 && s.text[at] != '$' {
			s.add(at, end, Secret, 0.8, s.text[at:end])
			at = end
		}
	}
}

// queryValue takes what stands behind the equals sign at i if it is the key of a session or the like in the
// query of an address without its host, as in logs of servers: "GET /export?session=c7e1a94b0f5d4b62".
func (s *scan) queryValue(i int) {
	from := i
	for from > 0 && i-from < longestSetting && (s.text[from-1] == '_' || s.text[from-1] == '-' || char.ASCII(s.text[from-1])) {
		from--
	}
	if from == i || from == 0 || s.text[from-1] != '?' && s.text[from-1] != '&' {
		return
	}
	switch strings.ToLower(s.text[from:i]) {
	case "session", "sessionid", "session_id", "sid", "token", "access_token", "auth", "key", "apikey", "api_key", "sig", "signature", "phpsessid", "jsessionid":
	default:
		return
	}
	end := i + 1
	for end < len(s.text) && end-i < maxKey && (char.Alnum(s.text[end]) || strings.IndexByte("-_.", s.text[end]) >= 0) {
		end++
	}
	if value := s.text[i+1 : end]; len(value) >= 12 && mixed(value) {
		s.add(i+1, end, Secret, 0.7, value)
	}
}

// secretVariable says whether the name of a setting says that it is secret, "LEDGER_API_KEY".
func secretVariable(name string) bool {
	for part := range strings.SplitSeq(name, "_") {
		switch part {
		case "KEY", "TOKEN", "SECRET", "PASSWORD", "PASS", "PWD", "PASSPHRASE":
			return true
		}
	}
	return false
}
