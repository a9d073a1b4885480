package date

import "testing"

func TestSetsGoOverTheEnd(t *testing.T) {
	friday, monday := Days(1<<4), Days(1)
	if got, want := friday.To(monday), Weekend|friday|monday; got != want {
		t.Errorf("Friday to Monday is %07b, want %07b", got, want)
	}
	if got := monday.To(friday); got != Workdays {
		t.Errorf("Monday to Friday is %07b", got)
	}
	if got, want := MonthSet(11).To(MonthSet(2)), MonthSet(11)|MonthSet(12)|MonthSet(1)|MonthSet(2); got != want {
		t.Errorf("November to February is %012b, want %012b", got, want)
	}
	if got := Days(0).To(monday); got != monday {
		t.Errorf("from no day to Monday is %07b", got)
	}
	if MonthSet(Month("today")) != 0 {
		t.Error("what is no month is in a set")
	}
}
