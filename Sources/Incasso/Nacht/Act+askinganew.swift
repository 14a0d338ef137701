import Basics
import Database
import Recht
import Zaken

extension Act {
    /// Zaken that wait in A.4.1 for a state that stands in no table, because it was answered before answers were kept there or was
    /// ended since: asked anew at once. Gives how many; a zaak where that fails is noted, and the others go on.
    func askAnew(failed: inout [Nachtmislukking]) throws -> Int {
        let waiting = try tx.rows(
            """
            SELECT z.id, k.uitkomst FROM zaken z
            JOIN taken k ON k.zaak_id = z.id AND k.formulier = \(Toestand.uitzondering) AND k.staat = 'afgerond'
            WHERE z.afgesloten IS NULL AND z.opgeschort IS NULL AND z.status = 'uitzondering'
                AND NOT EXISTS (SELECT 1 FROM taken n WHERE n.zaak_id = z.id
                    AND n.formulier = \(Toestand.uitzondering) AND n.ontstaan > k.ontstaan)
            ORDER BY k.ontstaan, z.id
            """)
        var asked = 0
        for row in waiting {
            let zaak: Identifier<Zaak> = try row["id"]
            let answer: JSON = try row["uitkomst"]
            try alone(zaak, failed: &failed) { if try askAnew(zaak, after: answer) { asked += 1 } }
        }
        return asked
    }

    private func askAnew(_ id: Identifier<Zaak>, after answer: JSON) throws -> Bool {
        guard answer["uitkomst"].text == "wachten",
            let kind = answer["soort"].text.flatMap(SpecialStateKind.init(uitzondering:)),
            let zaak = try tx.zaken.find(id)
        else { return false }
        let held = try tx.toestanden.all(of: zaak.partij).contains { $0.opgeheven == nil && $0.soort == kind }
        guard !held else { return false }
        try record("uitzondering_opnieuw", of: zaak.id, ["toestand": .string(kind.rawValue)])
        return try bring(zaak, from: Toestand.herziening, to: Toestand.stap, because: "uitzondering_opnieuw")
    }
}
