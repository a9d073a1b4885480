package checkdigit

import (
	"crypto/sha256"
	"math/bits"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// MixedCaseChecked checks which letters of a hexadecimal address are capitals (EIP-55): those whose place in the hash of the
// address in small letters has a high half-byte.
func MixedCaseChecked(digits string) bool {
	hash := keccak256([]byte(strings.ToLower(digits)))
	for i := range len(digits) {
		high := hash[i/2]>>(4*(1-i%2))&8 != 0
		if !char.Digit(digits[i]) && char.Capital(digits[i]) != high {
			return false
		}
	}
	return true
}

// base58Signs are the signs of base58, without those that are taken for others.
const base58Signs = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

// mostBase58 is how long a word in base58 is read, in signs: the keys of wallets are shorter. leastBase58 is how many bytes an
// address has, the shortest that is told this way.
const mostBase58, leastBase58 = 120, 25

// InBase58 says whether a word consists of signs of base58.
func InBase58(code string) bool {
	for i := range len(code) {
		if strings.IndexByte(base58Signs, code[i]) < 0 {
			return false
		}
	}
	return true
}

// Base58Checked decodes a word in base58 whose last four bytes are right: the first of the double SHA-256 of the others. It is
// nil for any other word.
func Base58Checked(code string) []byte {
	if len(code) > mostBase58 || !InBase58(code) {
		return nil
	}
	raw := make([]byte, 0, mostBase58)
	for i := range len(code) {
		carry := strings.IndexByte(base58Signs, code[i])
		for k := range raw {
			carry += int(raw[k]) * 58
			raw[k] = byte(carry)
			carry >>= 8
		}
		for ; carry > 0; carry >>= 8 {
			raw = append(raw, byte(carry))
		}
	}
	for i := 0; i < len(code) && code[i] == base58Signs[0]; i++ {
		raw = append(raw, 0)
	}
	for i, j := 0, len(raw)-1; i < j; i, j = i+1, j-1 {
		raw[i], raw[j] = raw[j], raw[i]
	}
	if len(raw) < leastBase58 {
		return nil
	}
	body := raw[:len(raw)-4]
	first := sha256.Sum256(body)
	second := sha256.Sum256(first[:])
	if string(second[:4]) != string(raw[len(body):]) {
		return nil
	}
	return raw
}

// Bech32 says whether a word is one of bech32 or bech32m whose six check characters are right (BIP 173, BIP 350):
// "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq".
func Bech32(code string) bool {
	const signs, least, checks, modern = "qpzry9x8gf2tvdw0s3jn54khce6mua7l", 6, 1, 0x2bc830a3
	small := strings.ToLower(code)
	at := strings.LastIndexByte(small, '1')
	if at < 2 || at > 8 || len(small)-at <= least || small != code && !char.InCapitals(code) {
		return false
	}
	sum := uint32(1)
	feed := func(value byte) {
		top := sum >> 25
		sum = sum&0x1ffffff<<5 ^ uint32(value)
		for i, generator := range [...]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>i&1 == 1 {
				sum ^= generator
			}
		}
	}
	for i := range at {
		feed(small[i] >> 5)
	}
	feed(0)
	for i := range at {
		feed(small[i] & 31)
	}
	for i := at + 1; i < len(small); i++ {
		value := strings.IndexByte(signs, small[i])
		if value < 0 {
			return false
		}
		feed(byte(value))
	}
	return sum == checks || sum == modern
}

// keccak256 is the hash that Ethereum uses: SHA-3 (FIPS 202) with the padding that it had before it became the standard. data
// is shorter than a block, 136 bytes.
func keccak256(data []byte) (hash [32]byte) {
	const block = 136
	var padded [block]byte
	copy(padded[:], data)
	padded[len(data)] = 1
	padded[block-1] |= 0x80
	var a [25]uint64
	for i, x := range padded {
		a[i/8] |= uint64(x) << (8 * (i % 8))
	}
	keccak(&a)
	for i := range hash {
		hash[i] = byte(a[i/8] >> (8 * (i % 8)))
	}
	return hash
}

// keccak permutes the state (FIPS 202, 3.3), whose lane (x, y) is a[x+5*y]. The constants of the rounds come from the shift
// register there.
func keccak(a *[25]uint64) {
	register := byte(1)
	for range 24 {
		var c [5]uint64
		for x := range c {
			c[x] = a[x] ^ a[x+5] ^ a[x+10] ^ a[x+15] ^ a[x+20]
		}
		for i := range a {
			a[i] ^= c[(i+4)%5] ^ bits.RotateLeft64(c[(i+1)%5], 1)
		}
		x, y, last := 1, 0, a[1]
		for t := range 24 {
			x, y = y, (2*x+3*y)%5
			a[x+5*y], last = bits.RotateLeft64(last, (t+1)*(t+2)/2%64), a[x+5*y]
		}
		for row := 0; row < len(a); row += 5 {
			lanes := [5]uint64(a[row : row+5])
			for x := range lanes {
				a[row+x] = lanes[x] ^ ^lanes[(x+1)%5]&lanes[(x+2)%5]
			}
		}
		for j := range 7 {
			if register&1 == 1 {
				a[0] ^= 1 << (1<<j - 1)
			}
			high := register >> 7
			register = register<<1 ^ high*0x71
		}
	}
}
