import Basics

/// `incassokosten.yaml`.
struct CostFile: TableFile {
    static let name = "incassokosten.yaml"

    struct Tariff: Decodable {
        let van: Day
        let bron: String
        let artikel: String
        let minimum: String
        let maximum: String
        let schijven: [Tier]
    }

    struct Tier: Decodable {
        let tot: String?
        let percentage: String
    }

    struct VAT: Decodable {
        let van: Day
        let percentage: String
        let bron: String
    }

    struct Instalments: Decodable {
        let van: Day
        let bron: String
        let artikel: String
        let terugkijkMaanden: Int
        let eerste: String
        let volgende: String
        let hoogstens: String
        let soorten: [String]
    }

    let staffels: [Tariff]
    let btw: [VAT]
    let kleineTermijnen: [Instalments]

    func tables() throws(RechtTableFlaws) -> CostTables {
        var tariffs: [Dated<CostTariff>] = []
        for row in staffels { tariffs.append(Dated(from: row.van, try tariff(row), source: row.bron)) }
        var vat: [Dated<Rate>] = []
        for row in btw { vat.append(Dated(from: row.van, try Self.percent(row.percentage, "btw"), source: row.bron)) }
        var instalments: [Dated<InstalmentTariff>] = []
        for row in kleineTermijnen {
            instalments.append(Dated(from: row.van, try self.instalments(row), source: row.bron))
        }
        return CostTables(tariffs: DatedTable(tariffs), vat: DatedTable(vat), instalments: DatedTable(instalments))
    }

    private func tariff(_ row: Tariff) throws(RechtTableFlaws) -> CostTariff {
        let place = "staffels \(row.van)"
        var tiers: [CostTariff.Tier] = []
        for tier in row.schijven {
            let end: Money? = if let text = tier.tot { try Self.money(text, place) } else { nil }
            if let end, let last = tiers.last, end <= last.upTo ?? end {
                throw RechtTableFlaws(Self.name, place, "the tiers do not rise at \(end)")
            }
            tiers.append(CostTariff.Tier(upTo: end, rate: try Self.percent(tier.percentage, place)))
        }
        return CostTariff(
            tiers: tiers, minimum: try Self.money(row.minimum, place), maximum: try Self.money(row.maximum, place),
            article: row.artikel)
    }

    private func instalments(_ row: Instalments) throws(RechtTableFlaws) -> InstalmentTariff {
        let place = "kleineTermijnen \(row.van)"
        return InstalmentTariff(
            lookBackMonths: try Self.range(row.terugkijkMaanden, 1...120, place),
            first: try Self.money(row.eerste, place),
            next: try Self.money(row.volgende, place), cap: try Self.money(row.hoogstens, place),
            kinds: Set(row.soorten), article: row.artikel)
    }
}
