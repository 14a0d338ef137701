import Basics

extension Kpi {
    /// The formula, on what was counted; nothing is rounded here.
    public func cijfer(_ alle: Tellingen) -> Cijfer {
        switch self {
        case .afgeboekteHuur: alle.deel(.geld(.afgeboekteHuur), door: .jaaromzet, bij: [alle.bedrag(.afgeboekteHuur)])
        case .afboekingen: Cijfer(.bekend(.bedrag(alle[.afgeboekt].bedrag)), bij: [alle.aantal(.afgeboekt)])
        case .automatischeIncasso: alle.deel(.kern(.machtigingen), door: .verhuureenheden)
        case .nieuweRegelingen: alle.deel(.nieuweRegelingen, van: .inAchterstand)
        case .lopendeRegelingen:
            alle.deel(.stuks(.lopendeRegelingen), door: .verhuureenheden, bij: [alle.aantal(.lopendeRegelingen)])
        case .nagekomenTermijnen: alle.deel(.termijnenOpTijd, van: .termijnen)
        case .nagekomenRegelingen: alle.deel(.regelingenBij, van: .lopendeRegelingen)
        case .deurwaarderzaken: Cijfer(.bekend(.aantal(alle[.bijDeurwaarder].aantal)), bij: [alle.dossiers])
        case .doorstroom: alle.deel(.herinnerd, van: .vervallen)
        case .fte: alle.fte
        case .betaaltermijn: alle.betaaltermijn
        case .dso: alle.dso
        case .looptijdDeurwaarder: alle.looptijd
        case .achterstandZittend: alle.zittend
        case .achterstand:
            alle.deel(
                .geld(.achterstand), door: .jaaromzet, bij: [alle.bedrag(.achterstand), alle.aantal(.achterstand)])
        case .incassokosten: alle.incassokosten
        case .tevredenheid: alle.tevredenheid
        case .ontruimingen: Cijfer(.bekend(.aantal(alle[.ontruimd].aantal)))
        case .storneringen: alle.storneringen
        }
    }
}

/// What stands above a line: a number or an amount of a part, or a figure of the organisation.
private enum Boven {
    case stuks(Onderdeel), geld(Onderdeel), kern(Kerncijfer)
}

extension Cijfer.Waarde {
    fileprivate init(_ breuk: Breuk?, _ make: (Breuk) -> Getal) {
        self = breuk.map { .bekend(make($0)) } ?? .onbekend(.nietVanToepassing)
    }
}

extension Tellingen {
    fileprivate func bedrag(_ deel: Onderdeel) -> Cijfer.Bij { .init("bedrag", .bekend(.bedrag(self[deel].bedrag))) }
    fileprivate func aantal(_ deel: Onderdeel) -> Cijfer.Bij { .init("aantal", .bekend(.aantal(self[deel].aantal))) }
    fileprivate var dossiers: Cijfer.Bij { .init("dossiers", .bekend(.aantal(self[.dossiersLopend].aantal))) }

    /// A part of a part.
    fileprivate func deel(_ teller: Onderdeel, van noemer: Onderdeel) -> Cijfer {
        Cijfer(Cijfer.Waarde(Breuk(Int128(self[teller].aantal), op: Int128(self[noemer].aantal)), Getal.procent))
    }

    /// A part of what the organisation has in all.
    fileprivate func deel(_ boven: Boven, door kern: Kerncijfer, bij: [Cijfer.Bij] = []) -> Cijfer {
        Cijfer(waarde(boven, door: kern), bij: bij)
    }

    private func waarde(_ boven: Boven, door kern: Kerncijfer) -> Cijfer.Waarde {
        guard let onder = self.kern[kern] else { return .onbekend(.kerncijfer(kern)) }
        switch boven {
        case .stuks(let deel): return Cijfer.Waarde(Breuk(Int128(self[deel].aantal), op: Int128(onder)), Getal.procent)
        case .geld(let deel):
            return Cijfer.Waarde(Breuk(Int128(self[deel].bedrag.cents), op: Int128(onder)), Getal.procent)
        case .kern(let boven):
            guard let count = self.kern[boven] else { return .onbekend(.kerncijfer(boven)) }
            return Cijfer.Waarde(Breuk(Int128(count), op: Int128(onder)), Getal.procent)
        }
    }

    /// Minutes a week over a full week of 36 hours; beside it the same for each 1,000 dwellings.
    fileprivate var fte: Cijfer {
        guard let minutes = kern[.uren] else { return Cijfer(.onbekend(.kerncijfer(.uren))) }
        let week: Int128 = 36 * 60
        let homes = kern[.verhuureenheden].flatMap { Breuk(Int128(minutes) * 1_000, op: week * Int128($0)) }
        return Cijfer(
            Cijfer.Waarde(Breuk(Int128(minutes), op: week), Getal.fte),
            bij: homes.map { [.init("per_1000", .bekend(.fte($0)))] } ?? [])
    }

    /// Days between due day and payment, weighed by the amount.
    fileprivate var betaaltermijn: Cijfer {
        let paid = self[.betaald]
        return Cijfer(
            Cijfer.Waarde(Breuk(Int128(paid.gewicht), op: Int128(paid.bedrag.cents)), Getal.dagen),
            bij: [bedrag(.betaald)])
    }

    fileprivate var dso: Cijfer {
        guard let turnover = kern[.jaaromzet] else { return Cijfer(.onbekend(.kerncijfer(.jaaromzet))) }
        let open = Int128(self[.achterstand].bedrag.cents) * 365
        return Cijfer(Cijfer.Waarde(Breuk(open, op: Int128(turnover)), Getal.dagen))
    }

    /// Of files that closed; beside it of those that run, and of both.
    fileprivate var looptijd: Cijfer {
        let (closed, open) = (self[.dossiersGesloten], self[.dossiersLopend])
        func days(_ weight: Int64, _ count: Int64) -> Cijfer.Waarde {
            Cijfer.Waarde(Breuk(Int128(weight), op: Int128(count)), Getal.dagen)
        }
        return Cijfer(
            days(closed.gewicht, closed.aantal),
            bij: [
                .init("lopend", days(open.gewicht, open.aantal)),
                .init("alle", days(closed.gewicht + open.gewicht, closed.aantal + open.aantal)),
            ])
    }

    fileprivate var zittend: Cijfer {
        guard kentVertrokkenen else { return Cijfer(.onbekend(.vertrokkenen)) }
        return deel(.geld(.achterstandZittend), door: .jaaromzet, bij: [bedrag(.achterstandZittend)])
    }

    fileprivate var incassokosten: Cijfer {
        let charged = self[.kosten]
        let each = Breuk(Int128(charged.bedrag.cents), op: Int128(charged.aantal)).map {
            Cijfer.Bij("per_klant", .bekend(.bedrag(Money(cents: Int64(clamping: $0.rounded(decimals: 0))))))
        }
        return Cijfer(.bekend(.bedrag(charged.bedrag)), bij: [each].compactMap(\.self) + [aantal(.kosten)])
    }

    fileprivate var tevredenheid: Cijfer {
        guard let answers = kern[.enqueteantwoorden] else {
            return Cijfer(.onbekend(.kerncijfer(.enqueteantwoorden)))
        }
        let count = Cijfer.Bij("antwoorden", .bekend(.aantal(answers)))
        let asked = kern[.enquetevragen].flatMap { Breuk(Int128(answers), op: Int128($0)) }
        let bij = [count] + (asked.map { [.init("respons", .bekend(.procent($0)))] } ?? [])
        guard answers >= 30 else { return Cijfer(.onbekend(.teWeinigAntwoorden), bij: bij) }
        guard let marks = kern[.enquetepunten] else { return Cijfer(.onbekend(.kerncijfer(.enquetepunten)), bij: bij) }
        return Cijfer(Cijfer.Waarde(Breuk(Int128(marks), op: Int128(answers)), Getal.cijfer), bij: bij)
    }

    fileprivate var storneringen: Cijfer {
        Cijfer(
            .bekend(.aantal(self[.gestorneerd].aantal)),
            bij: [.init("procent", waarde(.stuks(.gestorneerd), door: .machtigingen)), bedrag(.gestorneerd)])
    }
}
