import Basics
import HTTPTypes
import Hummingbird
import Incasso
import Journal
import Sturing
import Zaken

extension SturingController {
    @Sendable func own(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        return try await drawOwn(context)
    }

    @Sendable func tell(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingBijwerken)
        let form = try await request.form()
        guard let kind = form["soort"].flatMap(Kerncijfer.init(rawValue:)), let who = form["schuldeiser"],
            let day = form["dag"].flatMap(Day.init(written:)), let value = form["waarde"].flatMap(kind.read)
        else { return try await drawOwn(context, sent: form, status: .unprocessableContent) }
        let known = try await desk.act(context) { act in
            guard try act.tx.schuldeisers.find(who) != nil else { return false }
            try Vermelding(
                schuldeiser: who, soort: kind, dag: day, waarde: value, door: act.actor.description, moment: act.now
            ).run(in: act)
            return true
        }
        guard known else { throw HTTPError(.notFound) }
        return .seeOther(SturingPaths.own(), flash: Flash("own_told"))
    }

    private func drawOwn(
        _ context: SignedInContext, sent: FormFields = FormFields(), status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (words, today, may) = (desk.face.words(context), desk.today(), context.may(.sturingBijwerken))
        let isWrong = status != .ok
        let page = try await desk.office.read { tx in
            let creditors = try tx.schuldeisers.all()
            let colleagues = Colleagues(all: try tx.gebruikers.all())
            let fields = KerncijfersPage.fields(creditors, sent, words: words, today: today, isWrong: isWrong)
            return KerncijfersPage(
                problems: isWrong
                    ? ZaakPage.Problems(problems: [Problem(text: words("sturing.own_wrong"), anchor: "waarde")]) : nil,
                rows: try tx.kerncijfers.all().map { one in
                    KerncijfersPage.Row(
                        creditor: creditors.first { $0.code == one.schuldeiser }?.naam ?? one.schuldeiser,
                        kind: words("sturing.own_\(one.soort.rawValue)"), from: words.date(one.dag),
                        value: one.soort.written(one.waarde, words), who: colleagues.name(of: one.door, words))
                }, form: may ? KerncijfersPage.Form(fields: fields) : nil)
        }
        return try await desk.face.draw(page, context, status: status)
    }
}

extension KerncijfersPage {
    fileprivate static func fields(
        _ creditors: [Schuldeiser], _ sent: FormFields, words: Words, today: Day, isWrong: Bool
    ) -> [Field] {
        let kinds = Kerncijfer.allCases.map {
            Option($0.rawValue, words("sturing.own_\($0.rawValue)"), chosen: sent["soort"] == $0.rawValue)
        }
        let who = creditors.map {
            Option($0.code, $0.naam, chosen: sent["schuldeiser"] == $0.code || creditors.count == 1)
        }
        return [
            Field("schuldeiser", words("sturing.column_creditor"), .list(who), isRequired: true),
            Field("soort", words("sturing.own_kind"), .list(kinds), isRequired: true),
            Field(
                "dag", words("sturing.own_from"), .date(sent["dag"] ?? "\(today)"),
                hint: words("sturing.own_from_hint"),
                isRequired: true),
            Field(
                "waarde", words("sturing.own_value"), .text(sent["waarde"] ?? ""),
                hint: words("sturing.own_value_hint"),
                problem: isWrong ? words("sturing.own_wrong") : nil, isRequired: true),
        ]
    }
}
