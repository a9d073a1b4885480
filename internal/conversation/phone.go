package conversation

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

// PhoneSigns are what people write between the digits of a phone number, spaces and hyphens of
// typesetters among them.
const PhoneSigns = "+ ()/.-\t\n\u00a0\u2009\u202f\u2010\u2011\u2013"

// leastCore is how many digits tell one phone number from others.
const leastCore = 6

// PhoneCore returns the digits in which all notations of a phone number agree: those behind the code
// of the country and the 0 before that of the area. ok is false for what is no phone number.
func PhoneCore(text string) (core string, ok bool) {
	text = strings.TrimSpace(text)
	var digits []byte
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits = append(digits, byte(r))
		case !strings.ContainsRune(PhoneSigns, r):
			return "", false
		}
	}
	core = string(digits)
	abroad := strings.HasPrefix(strings.TrimLeft(text, " ("), "+")
	if rest, is := strings.CutPrefix(core, "00"); is {
		core, abroad = rest, true
	}
	if abroad || len(core) > 10 && core[0] != '0' { // messengers write the country's code without a sign
		core = core[personal.CallingCodeLength([]byte(core)):]
	}
	core = strings.TrimLeft(core, "0")
	return core, len(core) >= leastCore
}
