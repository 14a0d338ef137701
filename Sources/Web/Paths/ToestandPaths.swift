/// The special states of people.
enum ToestandPaths {
    static let list = Path("/klanten/{klant}/toestanden")
    static let change = Path("/toestanden/{toestand}/wijziging")
    static let ending = Path("/toestanden/{toestand}/einde")

    static let all = [list, change, ending]
}
