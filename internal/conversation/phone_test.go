package conversation

import "testing"

// All notations of a number have one core; what is no number, or too short to tell one, has none.
func TestNotationsOfAPhoneNumberHaveOneCore_K1(t *testing.T) {
	for core, notations := range map[string][]string{
		"1701234567": {"+49 170 1234567", "0170 1234567", "+491701234567", "0170-1234567", "0049 170 1234567", "(0170) 123 45 67", "+49 (0)170/1234567",
			"(+49) 170 1234567", "491701234567", "0170\u00a01234567", "0170.123.45.67", " 0170 – 1234567 ", "170 1234567"},
		"51198765":   {"0511 98765", "+49 511 987-65", "0049 (0)511 98765"},
		"6601234567": {"+43 660 1234567", "0660 1234567", "0043 660 1234567", "436601234567"},
		"5551234567": {"+1 (555) 123-4567", "(555) 123-4567", "15551234567"},
		"987654":     {"987654", "98 76 54"},
	} {
		for _, text := range notations {
			if got, ok := PhoneCore(text); !ok || got != core {
				t.Errorf("%q has the core %q, %v, want %s", text, got, ok, core)
			}
		}
	}
	for _, text := range []string{"", "+", "Erika", "12345", "0049 511", "000000000", "Tel. 0511 98765", "0511 98765 abends", "erika@example.org", "%", "１２３４５６７"} {
		if got, ok := PhoneCore(text); ok {
			t.Errorf("%q has the core %q", text, got)
		}
	}
}
