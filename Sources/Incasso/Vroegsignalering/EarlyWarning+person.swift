import Basics
import Exchange
import Klanten

extension EarlyWarning.Person {
    /// A person as the exchange model wants them: a name and an address taken apart.
    init(naam: String, geboren: Day?, adres: Adres?) {
        let words = naam.split(separator: " ").map(String.init)
        let given = words.prefix { $0.first?.isUppercase ?? false }
        let particles = words.dropFirst(given.count).prefix { $0.first?.isUppercase != true }
        let rest = words.dropFirst(given.count + particles.count)
        if rest.isEmpty {
            self.init(surname: words.last ?? naam)
            initials = EarlyWarning.Person.initials(words.dropLast())
        } else {
            self.init(surname: rest.joined(separator: " "))
            initials = EarlyWarning.Person.initials(given)
            prefix = particles.joined(separator: " ")
        }
        born = geboren
        guard let adres else { return }
        let (street, number, addition) = EarlyWarning.Person.parts(of: adres.regel)
        (self.street, houseNumber, houseNumberAddition) = (street, number, addition)
        (postcode, city) = (adres.postcode, adres.plaats)
    }

    private static func initials(_ names: ArraySlice<String>) -> String? {
        let letters = names.compactMap(\.first).map { "\($0.uppercased())." }.joined()
        return letters.isEmpty ? nil : letters
    }

    /// Street, house number and addition: the last word that begins with a digit, and what comes after it.
    static func parts(of line: String) -> (street: String, number: String?, addition: String?) {
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.lastIndex(where: { $0.first?.isNumber ?? false }), index > 0 else {
            return (line, nil, nil)
        }
        let digits = words[index].prefix(while: \.isNumber)
        let more = ([String(words[index].dropFirst(digits.count))] + words[(index + 1)...]).joined(separator: " ")
        let addition = more.trimmingPrefix(while: { " -/".contains($0) })
        return (
            words[..<index].joined(separator: " "), String(digits), addition.isEmpty ? nil : String(addition)
        )
    }
}
