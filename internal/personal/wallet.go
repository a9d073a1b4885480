package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// leastWallet and mostWallet are how long the address of a wallet and the keys of wallets are, in bytes.
const leastWallet, mostWallet = 26, 120

// walletReach is how far behind a word for it the address of a wallet may begin, in bytes.
const walletReach = 64

// wallets finds the addresses of wallets: those with check characters wherever they stand, others behind a word for one. The
// private keys of wallets are secrets.
func (s *scan) wallets() {
	if !s.long {
		return
	}
	for _, t := range s.tokens {
		if t.end-t.start < leastWallet || t.end-t.start > mostWallet || t.kind == mark || char.Glued(s.text, t.start) || char.RunsOn(s.text, t.end) {
			continue
		}
		code := s.text[t.start:t.end]
		switch {
		case walletKey(code):
			s.add(t.start, t.end, Secret, 1, code)
		case walletChecked(code), walletLike(code) && s.named(clueDevice, t.start, t.end, walletReach) && !s.goodsDirect(t.start):
			s.add(t.start, t.end, Wallet, 1, walletValue(code))
		}
	}
}

// walletValue is an address as it is the same however it is written: letters of both sizes differ in some.
func walletValue(code string) string {
	if hexAddress(code) || checkdigit.Bech32(code) {
		return strings.ToLower(code)
	}
	return code
}

// How many bytes the addresses have that are written in base58 with check bytes (Bitcoin and what came from it), keys of many
// addresses (BIP 32), and private keys with and without the mark that their public half is short.
const (
	addressBytes                = 25
	extendedBytes               = 82
	keyBytes, shortKeyBytes     = 37, 38
	keyVersion                  = 0x80
	leastMonero, longMonero     = 95, 106
	leastSolana, mostSolana     = 43, 44
	ethereumHex, ethereumPrefix = 40, "0x"
)

// walletKey says whether a word is the private key of a wallet.
func walletKey(code string) bool {
	if len(code) < 51 || len(code) > 52 && !strings.HasPrefix(code, "xprv") {
		return false
	}
	raw := checkdigit.Base58Checked(code)
	return (len(raw) == keyBytes || len(raw) == shortKeyBytes) && raw[0] == keyVersion || len(raw) == extendedBytes && strings.HasPrefix(code, "xprv")
}

// walletChecked says whether a word is an address whose check characters are right.
func walletChecked(code string) bool {
	if hexAddress(code) {
		return strings.ToLower(code[2:]) != code[2:] && checkdigit.MixedCaseChecked(code[2:])
	}
	if checkdigit.Bech32(code) {
		return true
	}
	if len(code) > 35 && !strings.HasPrefix(code[1:], "pub") {
		return false
	}
	n := len(checkdigit.Base58Checked(code))
	return n == addressBytes || n == extendedBytes
}

// walletLike says whether a word has the form of an address that has no check characters, or none that are known here: of
// Ethereum in letters of one size, of Monero and of Solana.
func walletLike(code string) bool {
	if hexAddress(code) {
		return true
	}
	if !checkdigit.InBase58(code) || char.CountDigits([]byte(code)) == 0 {
		return false
	}
	n := len(code)
	return n >= leastSolana && n <= mostSolana || (n == leastMonero || n == longMonero) && (code[0] == '4' || code[0] == '8') || n <= 35 && (code[0] == '1' || code[0] == '3')
}

// hexAddress says whether a word is 40 hexadecimal digits behind "0x".
func hexAddress(code string) bool {
	if len(code) != len(ethereumPrefix)+ethereumHex || !strings.HasPrefix(code, ethereumPrefix) {
		return false
	}
	for i := len(ethereumPrefix); i < len(code); i++ {
		if char.Hex(code[i]) < 0 {
			return false
		}
	}
	return true
}
