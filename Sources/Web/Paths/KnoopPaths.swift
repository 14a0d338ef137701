/// Uit de Knoop: the guidance of one person.
enum KnoopPaths {
    static let page = Path("/klanten/{klant}/uit-de-knoop")
    static let extending = Path("/knopen/{knoop}/verlenging")
    static let contact = Path("/knopen/{knoop}/contact")
    static let closing = Path("/knopen/{knoop}/einde")
    static let debts = Path("/knopen/{knoop}/schulden")
    static let debt = Path("/knopen/{knoop}/schulden/{schuld}")
    static let referrals = Path("/knopen/{knoop}/doorverwijzingen")
    static let answer = Path("/knopen/{knoop}/doorverwijzingen/{doorverwijzing}")

    static let all = [page, extending, contact, closing, debts, debt, referrals, answer]
}
