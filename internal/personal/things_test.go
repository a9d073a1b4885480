package personal

import "testing"

// Things of China in three words are no people, nor are the parts of their names; who bears a name of three words is one.
func TestThingsInThreeWordsAreNobody_D3(t *testing.T) {
	checkTyped(t, map[Type][]string{Person: {
		"do you have Lao Gan Ma in stock", "Der Lee Kum Kee Sojasauce fehlt", "Haben Sie Long Jing Cha?", "Two portions Xiao Long Bao please", "Zhu Ye Qing tea is sold out", "Shaolin Kung Fu Kurs", "Wing Chun Kuen am Montag",
		"‹Wong Ka Fai› hier, ich brauche Hilfe", "Name: Biryani", "Name: Schaschlik", "Name: Tweed",
	}})
}
