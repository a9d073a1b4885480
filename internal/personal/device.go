package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// How many digits the numbers have that telephones and their cards have: IMEI (3GPP TS 23.003), the same with the version of
// the software in place of the check digit, IMSI as the first, and ICCID (ITU-T E.118).
const (
	imeiDigits, imeisvDigits    = 15, 16
	leastICCID, mostICCIDDigits = 19, 20
)

// deviceReach is how far behind the word for it the number of a device may begin, in bytes.
const deviceReach = 40

// deviceAt finds the number of a telephone or a SIM card that begins at group i and returns how many groups it has.
func (s *scan) deviceAt(i int) int {
	digits, upTo := s.join(i, maxGroups)
	if len(digits) < imeiDigits {
		return 0
	}
	start := s.groups[i].start
	for n := len(upTo); n > 0; n-- {
		d := digits[:upTo[n-1]]
		if len(d) < imeiDigits || !s.ends(i+n-1) || !s.device(d, i, n) {
			continue
		}
		s.add(start, s.groups[i+n-1].end, Device, 1, string(d))
		return n
	}
	return 0
}

// device says whether digits, which are n groups from i, are such a number.
func (s *scan) device(d []byte, i, n int) bool {
	start, end := s.groups[i].start, s.groups[i+n-1].end
	named := s.named(clueDevice, start, end, deviceReach) && !s.clues.nearer(clueCard, clueDevice, start, deviceReach)
	direct := named && !s.clues.goods(clueDevice, start, deviceReach)
	switch len(d) {
	case imeiDigits: // also an IMSI, and one that was mistyped
		return direct || checkdigit.Luhn(d) && (named || s.groupedIMEI(i, n) && !s.goodsDirect(start) || reportingBody(d) && s.telephoneNear(start))
	case imeisvDigits:
		return direct && reportingBody(d) && !checkdigit.Luhn(d)
	case leastICCID, mostICCIDDigits:
		return d[0] == '8' && d[1] == '9' && direct
	}
	return false
}

// reportingBody says whether an IMEI begins as those do that the bodies give which number telephones for Europe, America and
// China.
func reportingBody(d []byte) bool {
	switch char.Two(d) {
	case 1, 35, 86, 99:
		return true
	}
	return false
}

// groupedIMEI says whether the n groups from i are of the sizes in which telephones show their IMEI: "35-209900-176148-1".
func (s *scan) groupedIMEI(i, n int) bool {
	if n != 4 {
		return false
	}
	for k, size := range [...]int{2, 6, 6, 1} {
		if g := s.groups[i+k]; g.end-g.start != size {
			return false
		}
	}
	return true
}

// telephoneReach is how far before its IMEI a telephone may be named, in bytes.
const telephoneReach = 60

// telephoneNear says whether a telephone is spoken of before pos.
func (s *scan) telephoneNear(pos int) bool {
	near := s.folded[max(0, pos-telephoneReach):pos]
	for _, w := range [...]string{"handy", "phone", "telefon", "galaxy", "pixel", "gerät", "device", "tablet", "ipad", "xiaomi", "mobile"} {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}
