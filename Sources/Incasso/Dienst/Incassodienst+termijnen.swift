import Basics
import Recht
import Zaken

extension Incassodienst {
    /// The times that the law gives between what services do: nobody pays costs before the term of the 14-day letter is over.
    var wettermijnen: Wettermijnen {
        Wettermijnen { [boek] in
            guard let rule = boek.tables.letters.rows.last?.value else { return [] }
            return [
                Wettermijn(
                    na: "brief.versturen", met: ["sjabloon": .string(Brief.veertiendagenbrief)], voor: "incasso.kosten",
                    wet: rule.legalDays, dagen: rule.deliveryDay + rule.legalDays, artikel: rule.article)
            ]
        }
    }
}
