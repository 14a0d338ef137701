import Postvak
import Testing

@Suite("The language of a few lines")
struct TaalTests {
    @Test(arguments: Kortschrift.nederlands)
    func `what Dutch words prevail in is Dutch, also in the shorthand of a casemanager`(text: String) throws {
        #expect(try SorteerTests.sorteerder.get().taal(of: text) == .nederlands)
    }

    @Test(arguments: Kortschrift.anders)
    func `what another language is written in is told from Dutch`(text: String, taal: Mailtaal) throws {
        #expect(try SorteerTests.sorteerder.get().taal(of: text) == taal)
    }

    @Test(arguments: Kortschrift.gemengd)
    func `a borrowed word makes no Dutch question foreign`(text: String) throws {
        #expect([.nederlands, .onbekend].contains(try SorteerTests.sorteerder.get().taal(of: text)))
    }
}

/// Lines as people type them: without the small words by which a longer text tells its language.
private enum Kortschrift {
    static let nederlands = [
        "Klant heeft inkomen 1650 per maand, huur 720, wil 150 per maand betalen",
        "klant wil per 1 december in termijnen betalen, 40 per maand, partner in detentie",
        "Kan in juli 50 per maand missen, uitkering per 1 juni stopgezet",
        "Mw. zit in schuldhulp, bewindvoerder sinds mei",
        "hr de Vries overleden, erfgenaam onbekend",
        "termijn gemist door ziekte, betaalt per 15 november",
        "hoe lang mag een regeling duren bij 1200 euro",
        "huur energie inkomen",
        "klant neemt niet op, drie pogingen gedaan",
        "verhuisd naar Duitsland, adres onbekend",
        "wie beslist over een regeling van 15 maanden",
        "Mila belde: man in detentie, per direct geen loon",
        "per wanneer gaat de rente in",
        "nieuwe baan per 1 mei, salaris per maand 2100",
        "betaling per ongeluk dubbel gedaan",
        "in scheiding, woning te koop, per week 60 euro over",
        "se la huur betaald",
        "mag ik zonder toestemming met een buddy overleggen",
        "beslag op loon door andere schuldeiser",
        "1 minnelijke regeling eerder mislukt, nu weer voorstel",
        "Spreekt alleen Pools, zoon tolkt",
        "Kl. zwanger, partner per 1 augustus werkloos",
        "wat is de beslagvrije voet in deze situatie",
        "zit in de wsnp per vonnis van 3 maart",
        "o.a. achterstand in water en gas, per saldo 480 euro",
        "no show op huisbezoek, buren zeggen vertrokken",
        "da kan niet zegt ze, ma helpt mee betalen",
        "client wil uitstel tot na salaris",
        "dossier compleet, mag naar deurwaarder in december",
        "niet bereikbaar, voicemail ingesproken, mail gestuurd",
    ]

    static let anders: [(String, Mailtaal)] = [
        ("Non posso pagare per favore aiuto", .italiaans),
        ("Buongiorno, ho perso il lavoro e non posso pagare in una volta", .italiaans),
        ("Posso pagare 50 euro al mese per sei mesi", .italiaans),
        ("Please call me tomorrow", .engels),
        ("I cannot pay this month because I am in hospital", .engels),
        ("We lost our job and can pay 40 per month", .engels),
        ("Can I pay in instalments?", .engels),
        ("Ich kann nicht zahlen", .duits),
        ("Wir sind umgezogen und haben die Rechnung nicht bekommen", .duits),
        ("Kann ich in Raten zahlen, bitte? Mein Mann ist in Haft", .duits),
        ("Je ne peux pas payer ce mois", .frans),
        ("Bonjour, je suis malade et je ne peux plus travailler", .frans),
        ("Pouvez-vous m'aider avec la facture de mon loyer", .frans),
        ("No puedo pagar este mes, estoy enfermo", .spaans),
        ("Hola, quiero pagar en plazos por favor", .spaans),
        ("Mi marido está en la cárcel y no tengo dinero", .spaans),
        ("Não posso pagar este mês, estou doente", .portugees),
        ("Olá, posso pagar em prestações? Obrigado", .portugees),
        ("O meu marido está desempregado e não tenho dinheiro", .portugees),
        ("Nie mogę zapłacić w tym miesiącu", .pools),
        ("Dzień dobry, proszę o raty, jestem chory", .pools),
        ("Czy mogę zapłacić po wypłacie? Dziękuję, mam dzieci", .pools),
        ("Nu pot să plătesc luna aceasta, sunt bolnavă", .roemeens),
        ("Bună ziua, pot plăti în rate? Vă mulțumesc", .roemeens),
        ("Bu ay ödeme yapamıyorum, işim yok", .turks),
        ("Merhaba, taksit ile ödemek istiyorum, lütfen", .turks),
        ("Здравейте, не мога да платя този месец", .bulgaars),
        ("Здравствуйте, я не могу заплатить, у меня нет работы", .russisch),
        ("Добрий день, я не можу заплатити цього місяця, дякую", .oekraiens),
        ("مرحبا، لا أستطيع الدفع هذا الشهر، شكرا", .arabisch),
    ]

    static let gemengd = [
        "client belooft per week vijftig euro, per ommegaande",
        "2 x gemiste incasso, saldo ontoereikend",
        "leefgeld minus per saldo 0",
        "hoge energierekening, sociale huurwoning, alleenstaande",
    ]
}
