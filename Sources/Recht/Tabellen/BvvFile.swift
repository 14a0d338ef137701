import Basics

/// `beslagvrije-voet.yaml`.
struct BvvFile: TableFile {
    static let name = "beslagvrije-voet.yaml"

    struct Couple: Decodable {
        let alleen: String
        let gehuwd: String
    }

    struct Household: Decodable {
        let een: String
        let meer: String
    }

    struct Period: Decodable {
        let van: Day
        let tot: Day
        let formule: String
        let bron: String
        let pw21, pw22, pw23lid1, pw23lid2: Couple
        let drempelJaar, zorgPercentage, standaardpremieJaar, huurMaximum: String
        let huurBasis, huurPercentage, ijkpuntJaar: Household
        let kindPercentage, kindPartnerJaar, deel, geenAdresDeel, woonkostenDeel: String
        let maxima: [String: String]
    }

    let periodes: [Period]

    func table() throws(RechtTableFlaws) -> DatedTable<BvvParameters> {
        var rows: [Dated<BvvParameters>] = []
        for period in periodes {
            let parameters = try parameters(of: period)
            if let wrong = parameters.wrongMaximum {
                let message: Phrase =
                    "the maximum of \(wrong.situation.rawValue) is \(wrong.published), the other figures give \(wrong.computed)"
                throw RechtTableFlaws(Self.name, "\(period.van)", message)
            }
            rows.append(Dated(from: period.van, parameters, source: period.bron))
        }
        return DatedTable(rows)
    }

    private func parameters(of period: Period) throws(RechtTableFlaws) -> BvvParameters {
        let place = "\(period.van)"
        var maxima: [Leefsituatie: Money] = [:]
        for (word, amount) in period.maxima { maxima[try Self.word(word, place)] = try Self.money(amount, place) }
        return BvvParameters(
            until: period.tot, formula: period.formule, norm: try couple(period.pw21, place),
            pensionNorm: try couple(period.pw22, place), institutionNorm: try couple(period.pw23lid1, place),
            institutionAddition: try couple(period.pw23lid2, place), threshold: try exact(period.drempelJaar, place),
            careRate: try Self.percent(period.zorgPercentage, place),
            carePremium: try Self.money(period.standaardpremieJaar, place),
            rentMaximum: try Self.money(period.huurMaximum, place),
            rentBase: try household(period.huurBasis, place, Self.money),
            rentRate: try household(period.huurPercentage, place, Self.positivePercent),
            rentReference: try household(period.ijkpuntJaar, place, Self.money),
            childRate: try Self.percent(period.kindPercentage, place),
            childPartner: try Self.money(period.kindPartnerJaar, place),
            share: try Self.percent(period.deel, place), noAddressShare: try Self.percent(period.geenAdresDeel, place),
            housingShare: try Self.percent(period.woonkostenDeel, place), maxima: maxima)
    }

    private func couple(_ pair: Couple, _ place: String) throws(RechtTableFlaws) -> BvvPair<Money> {
        BvvPair(one: try Self.money(pair.alleen, place), more: try Self.money(pair.gehuwd, place))
    }

    private func household<Value>(
        _ pair: Household, _ place: String, _ read: (String, String) throws(RechtTableFlaws) -> Value
    ) throws(RechtTableFlaws) -> BvvPair<Value> {
        BvvPair(one: try read(pair.een, place), more: try read(pair.meer, place))
    }

    private static func positivePercent(_ text: String, _ place: String) throws(RechtTableFlaws) -> Rate {
        let rate = try percent(text, place)
        guard rate.numerator > 0 else { throw RechtTableFlaws(name, place, "the percentage must be above zero") }
        return rate
    }

    /// Euros with at most six decimals.
    private func exact(_ text: String, _ place: String) throws(RechtTableFlaws) -> ExactMoney {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let euros = Int64(halves[0]), (0...1_000_000_000).contains(euros) else {
            throw RechtTableFlaws(Self.name, place, "not an amount: \(text)")
        }
        let decimals = halves.count == 2 ? halves[1] : ""
        guard decimals.count <= 6, let part = Int64(decimals + String(repeating: "0", count: 6 - decimals.count)),
            part >= 0
        else {
            throw RechtTableFlaws(Self.name, place, "not an amount: \(text)")
        }
        return ExactMoney(.euros(euros)) + ExactMoney(units: Int128(part) * 100_000)
    }
}
