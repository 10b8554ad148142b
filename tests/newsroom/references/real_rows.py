"""Real reference strings (facts) in sentences of our own: sentence, then what is found in it."""

Row = tuple[str, list[tuple[str, str | None, str, str | None]]]

ROWS: list[Row] = [
    (
        "Bài nhắc tới Chỉ thị số 04-\nCT/TU ngày 14/01/2016 và Thông tri số 06-TTr/QU ngày\n26/02/2016.",
        [
            ("Chỉ thị số 04-\nCT/TU ngày 14/01/2016", "chỉ thị", "04-CT/TU", "2016-01-14"),
            ("Thông tri số 06-TTr/QU ngày\n26/02/2016", "thông tri", "06-TTr/QU", "2016-02-26"),
        ],
    ),
    (
        "Ở đây viết: Kế hoạch số 215/KH-VKS ngày 04/11/2025 và Công văn số 5417/VKSTC-V8 ngày 03/11/2025 và dừng ở đó.",
        [
            ("Kế hoạch số 215/KH-VKS ngày 04/11/2025", "kế hoạch", "215/KH-VKS", "2025-11-04"),
            (
                "Công văn số 5417/VKSTC-V8 ngày 03/11/2025",
                "công văn",
                "5417/VKSTC-V8",
                "2025-11-03",
            ),
        ],
    ),
    (
        "Phần đầu nêu Kế hoạch số 66/KH-VKSTC ngày 12/4/2019 và Kế hoạch số 168/KH-VKSTC ngày 2/10/2019 rồi sang việc khác.",
        [
            ("Kế hoạch số 66/KH-VKSTC ngày 12/4/2019", "kế hoạch", "66/KH-VKSTC", "2019-04-12"),
            ("Kế hoạch số 168/KH-VKSTC ngày 2/10/2019", "kế hoạch", "168/KH-VKSTC", "2019-10-02"),
        ],
    ),
    (
        "Cuộc họp căn cứ Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025 là đủ.",
        [
            (
                "Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025",
                "kế hoạch",
                "118/KH-VKSHP-TTr",
                "2025-02-07",
            ),
        ],
    ),
    (
        "Người viết dẫn Hướng dẫn số 57-HD/BTG ngày 26/8/2014, sau đó hết.",
        [
            ("Hướng dẫn số 57-HD/BTG ngày 26/8/2014", "hướng dẫn", "57-HD/BTG", "2014-08-26"),
        ],
    ),
    (
        "Trong bài có Quyết định số 163/QĐ-TTg và Thông tư số 36/2018/TT-BTC như đã nêu.",
        [
            ("Quyết định số 163/QĐ-TTg", "quyết định", "163/QĐ-TTg", None),
            ("Thông tư số 36/2018/TT-BTC", "thông tư", "36/2018/TT-BTC", None),
        ],
    ),
    (
        "Nguồn là Quyết định 115/QĐ-VKSTC.",
        [
            ("Quyết định 115/QĐ-VKSTC", "quyết định", "115/QĐ-VKSTC", None),
        ],
    ),
    (
        "Bài nhắc tới Hướng dẫn 09/HD-VKSTC và dừng ở đó.",
        [
            ("Hướng dẫn 09/HD-VKSTC", "hướng dẫn", "09/HD-VKSTC", None),
        ],
    ),
    (
        "Ở đây viết: các Quyết định số 2344/QĐ-BGDDT, 1766/QĐ-BGDĐT, 1195/QĐ-BGDĐT và 1709/QĐ-BGDĐT rồi sang việc khác.",
        [
            ("Quyết định số 2344/QĐ-BGDDT", "quyết định", "2344/QĐ-BGDDT", None),
            ("1766/QĐ-BGDĐT", "quyết định", "1766/QĐ-BGDĐT", None),
            ("1195/QĐ-BGDĐT", "quyết định", "1195/QĐ-BGDĐT", None),
            ("1709/QĐ-BGDĐT", "quyết định", "1709/QĐ-BGDĐT", None),
        ],
    ),
    (
        "Phần đầu nêu Báo cáo số 228/ BC-UBND ngày 05/12/2023 và Kế hoạch số 04/KH-UBND ngày 09/01/2023 là đủ.",
        [
            ("Báo cáo số 228/ BC-UBND ngày 05/12/2023", "báo cáo", "228/BC-UBND", "2023-12-05"),
            ("Kế hoạch số 04/KH-UBND ngày 09/01/2023", "kế hoạch", "04/KH-UBND", "2023-01-09"),
        ],
    ),
    (
        "Cuộc họp căn cứ Nghị quyết số 84/2025/UBTVQH15 ngày 27/6/2025, sau đó hết.",
        [
            (
                "Nghị quyết số 84/2025/UBTVQH15 ngày 27/6/2025",
                "nghị quyết",
                "84/2025/UBTVQH15",
                "2025-06-27",
            ),
        ],
    ),
    (
        "Người viết dẫn Quyết định số 31/2009/QĐ-TTg ngày 24 tháng\n02 năm 2009 và Công văn số 2717/LĐTBXH-PC ngày 08\ntháng 8 năm 2012 như đã nêu.",
        [
            (
                "Quyết định số 31/2009/QĐ-TTg ngày 24 tháng\n02 năm 2009",
                "quyết định",
                "31/2009/QĐ-TTg",
                "2009-02-24",
            ),
            (
                "Công văn số 2717/LĐTBXH-PC ngày 08\ntháng 8 năm 2012",
                "công văn",
                "2717/LĐTBXH-PC",
                "2012-08-08",
            ),
        ],
    ),
    (
        "Trong bài có Quyết định số 139/QĐ-VKSTC ngày 29/4/2020 và Quyết định số 424/QĐ-VKSTC ngày 25/11/2020.",
        [
            (
                "Quyết định số 139/QĐ-VKSTC ngày 29/4/2020",
                "quyết định",
                "139/QĐ-VKSTC",
                "2020-04-29",
            ),
            (
                "Quyết định số 424/QĐ-VKSTC ngày 25/11/2020",
                "quyết định",
                "424/QĐ-VKSTC",
                "2020-11-25",
            ),
        ],
    ),
    (
        "Nguồn là Quyết định 92-CP năm 1961 và dừng ở đó.",
        [
            ("Quyết định 92-CP", "quyết định", "92-CP", None),
        ],
    ),
    (
        "Bài nhắc tới Hướng dẫn số 91-HD/HU ngày 14/02/2023; Hướng dẫn số 45-HD/HU ngày 21/02/2023 rồi sang việc khác.",
        [
            ("Hướng dẫn số 91-HD/HU ngày 14/02/2023", "hướng dẫn", "91-HD/HU", "2023-02-14"),
            ("Hướng dẫn số 45-HD/HU ngày 21/02/2023", "hướng dẫn", "45-HD/HU", "2023-02-21"),
        ],
    ),
    (
        "Ở đây viết: Kế hoạch số 50/KH-VKS-VP ngày 25/10/2023 là đủ.",
        [
            ("Kế hoạch số 50/KH-VKS-VP ngày 25/10/2023", "kế hoạch", "50/KH-VKS-VP", "2023-10-25"),
        ],
    ),
    (
        "Đầu trang đề Số: 01-TANDTC-VKSNDTC/TTLT, sau đó hết.",
        [
            ("Số: 01-TANDTC-VKSNDTC/TTLT", "thông tư liên tịch", "01-TANDTC-VKSNDTC/TTLT", None),
        ],
    ),
    (
        "Cuộc họp căn cứ Chỉ thị số 05-CT/TW ngày 15/5/2016 như đã nêu.",
        [
            ("Chỉ thị số 05-CT/TW ngày 15/5/2016", "chỉ thị", "05-CT/TW", "2016-05-15"),
        ],
    ),
    (
        "Người viết dẫn Nghị định số 157/2007/NĐ-CP ngày 27 tháng 10 năm 2007.",
        [
            (
                "Nghị định số 157/2007/NĐ-CP ngày 27 tháng 10 năm 2007",
                "nghị định",
                "157/2007/NĐ-CP",
                "2007-10-27",
            ),
        ],
    ),
    (
        "Trong bài có Hướng dẫn số 04-HD/ĐUK ngày 20/8/2021 và Kế hoạch số 79-KH/ĐU ngày 01/9/2021 và dừng ở đó.",
        [
            ("Hướng dẫn số 04-HD/ĐUK ngày 20/8/2021", "hướng dẫn", "04-HD/ĐUK", "2021-08-20"),
            ("Kế hoạch số 79-KH/ĐU ngày 01/9/2021", "kế hoạch", "79-KH/ĐU", "2021-09-01"),
        ],
    ),
    (
        "Nguồn là Kết luận số 120-KL/TW ngày\n07/01/2016 rồi sang việc khác.",
        [
            ("Kết luận số 120-KL/TW ngày\n07/01/2016", "kết luận", "120-KL/TW", "2016-01-07"),
        ],
    ),
    (
        "Bài nhắc tới Thông tư liên tịch 71/2012/TTLT-BTC-BTP là đủ.",
        [
            (
                "Thông tư liên tịch 71/2012/TTLT-BTC-BTP",
                "thông tư liên tịch",
                "71/2012/TTLT-BTC-BTP",
                None,
            ),
        ],
    ),
    (
        "Ở đây viết: các Nghị quyết số 79 và số 80, sau đó hết.",
        [
            ("Nghị quyết số 79", "nghị quyết", "79", None),
            ("số 80", "nghị quyết", "80", None),
        ],
    ),
    (
        "Phần đầu nêu Quyết định số 3107/2016/QĐ-UBND ngày 13/12/2016 như đã nêu.",
        [
            (
                "Quyết định số 3107/2016/QĐ-UBND ngày 13/12/2016",
                "quyết định",
                "3107/2016/QĐ-UBND",
                "2016-12-13",
            ),
        ],
    ),
    (
        "Cuộc họp căn cứ Quyết định số 3470/QĐ-UBND ngày 27/8/2025 và Công văn số 508/SNV-CCHC&PC ngày 19 tháng 12 năm 2025.",
        [
            (
                "Quyết định số 3470/QĐ-UBND ngày 27/8/2025",
                "quyết định",
                "3470/QĐ-UBND",
                "2025-08-27",
            ),
            (
                "Công văn số 508/SNV-CCHC&PC ngày 19 tháng 12 năm 2025",
                "công văn",
                "508/SNV-CCHC&PC",
                "2025-12-19",
            ),
        ],
    ),
    (
        "Người viết dẫn Quyết định số 143/QĐ-VKSHP\nngày 22/10/2024 và dừng ở đó.",
        [
            (
                "Quyết định số 143/QĐ-VKSHP\nngày 22/10/2024",
                "quyết định",
                "143/QĐ-VKSHP",
                "2024-10-22",
            ),
        ],
    ),
    (
        "Trong bài có Nghị định số 75/2012/NĐ-CP ngày\n03 tháng 10 năm 2012 và Nghị định số 76/2012/NĐ-CP ngày\n03 tháng 10 năm 2012 rồi sang việc khác.",
        [
            (
                "Nghị định số 75/2012/NĐ-CP ngày\n03 tháng 10 năm 2012",
                "nghị định",
                "75/2012/NĐ-CP",
                "2012-10-03",
            ),
            (
                "Nghị định số 76/2012/NĐ-CP ngày\n03 tháng 10 năm 2012",
                "nghị định",
                "76/2012/NĐ-CP",
                "2012-10-03",
            ),
        ],
    ),
    (
        "Nguồn là Kế hoạch số 01-KH/ĐU ngày 03/8/2019 và Nghị quyết số 35-NQ/TW và Chỉ thị số 35-CT/TW ngày 30/5/2019 là đủ.",
        [
            ("Kế hoạch số 01-KH/ĐU ngày 03/8/2019", "kế hoạch", "01-KH/ĐU", "2019-08-03"),
            ("Nghị quyết số 35-NQ/TW", "nghị quyết", "35-NQ/TW", None),
            ("Chỉ thị số 35-CT/TW ngày 30/5/2019", "chỉ thị", "35-CT/TW", "2019-05-30"),
        ],
    ),
    (
        "Bài nhắc tới Quyết định 5256/QĐ-UBND năm 2025, sau đó hết.",
        [
            ("Quyết định 5256/QĐ-UBND", "quyết định", "5256/QĐ-UBND", None),
        ],
    ),
    (
        "Ở đây viết: Công văn\nsố 3223/SNV-CCHC&PC ngày 12/12/2024 như đã nêu.",
        [
            (
                "Công văn\nsố 3223/SNV-CCHC&PC ngày 12/12/2024",
                "công văn",
                "3223/SNV-CCHC&PC",
                "2024-12-12",
            ),
        ],
    ),
    (
        "Phần đầu nêu Nghị định số 130/2005/NĐ-CP ngày 17 tháng 10 năm 2005; Nghị định số 117 ngày 07 tháng 10 năm 2013.",
        [
            (
                "Nghị định số 130/2005/NĐ-CP ngày 17 tháng 10 năm 2005",
                "nghị định",
                "130/2005/NĐ-CP",
                "2005-10-17",
            ),
            ("Nghị định số 117 ngày 07 tháng 10 năm 2013", "nghị định", "117", "2013-10-07"),
        ],
    ),
    (
        "Cuộc họp căn cứ Nghị quyết số 05/2005/NQ-HĐTP ngày 08 tháng 12 năm 2005 và dừng ở đó.",
        [
            (
                "Nghị quyết số 05/2005/NQ-HĐTP ngày 08 tháng 12 năm 2005",
                "nghị quyết",
                "05/2005/NQ-HĐTP",
                "2005-12-08",
            ),
        ],
    ),
    (
        "Người viết dẫn Nghị quyết số 49-NQ/TW ngày 02/6/2005 rồi sang việc khác.",
        [
            ("Nghị quyết số 49-NQ/TW ngày 02/6/2005", "nghị quyết", "49-NQ/TW", "2005-06-02"),
        ],
    ),
    (
        "Ngày 02/02/2016 có Quyết định 51/QĐ-VKSTC-V12 là đủ.",
        [
            ("Quyết định 51/QĐ-VKSTC-V12", "quyết định", "51/QĐ-VKSTC-V12", None),
        ],
    ),
    (
        "Nguồn là các Nghị quyết số 79 và 80, sau đó hết.",
        [
            ("Nghị quyết số 79", "nghị quyết", "79", None),
            ("80", "nghị quyết", "80", None),
        ],
    ),
    (
        "Bài nhắc tới Chỉ thị số 05/CT-VKSTC ngày 18/10/2022 như đã nêu.",
        [
            ("Chỉ thị số 05/CT-VKSTC ngày 18/10/2022", "chỉ thị", "05/CT-VKSTC", "2022-10-18"),
        ],
    ),
    (
        "Ở đây viết: Nghị quyết số 19 - NQ/TW, ngày 25-10-2017.",
        [
            ("Nghị quyết số 19 - NQ/TW, ngày 25-10-2017", "nghị quyết", "19-NQ/TW", "2017-10-25"),
        ],
    ),
    (
        "Phần đầu nêu Nghị quyết số 18-NQ/TW và dừng ở đó.",
        [
            ("Nghị quyết số 18-NQ/TW", "nghị quyết", "18-NQ/TW", None),
        ],
    ),
    (
        "Cuộc họp căn cứ Công văn số 06/HD-VKSTC-V5 ngày 18/01/2013, Hướng dẫn số 1448/VKSTC-V5 ngày 10/5/2013 rồi sang việc khác.",
        [
            (
                "Công văn số 06/HD-VKSTC-V5 ngày 18/01/2013",
                "công văn",
                "06/HD-VKSTC-V5",
                "2013-01-18",
            ),
            (
                "Hướng dẫn số 1448/VKSTC-V5 ngày 10/5/2013",
                "hướng dẫn",
                "1448/VKSTC-V5",
                "2013-05-10",
            ),
        ],
    ),
    (
        "Người viết dẫn Chỉ thị số 01/CT-VKSTC ngày 31/12/2020 là đủ.",
        [
            ("Chỉ thị số 01/CT-VKSTC ngày 31/12/2020", "chỉ thị", "01/CT-VKSTC", "2020-12-31"),
        ],
    ),
    (
        "Trong bài có Pháp lệnh số 34/2007/PL-UBTVQH11, sau đó hết.",
        [
            ("Pháp lệnh số 34/2007/PL-UBTVQH11", "pháp lệnh", "34/2007/PL-UBTVQH11", None),
        ],
    ),
    (
        "Nguồn là Quyết định 45/2014/QĐTA-TĐKT và Quyết định 83/QĐ-TANDTC-TĐKT như đã nêu.",
        [
            ("Quyết định 45/2014/QĐTA-TĐKT", "quyết định", "45/2014/QĐTA-TĐKT", None),
            ("Quyết định 83/QĐ-TANDTC-TĐKT", "quyết định", "83/QĐ-TANDTC-TĐKT", None),
        ],
    ),
    (
        "Bài nhắc tới Kế hoạch số 6352/KH-CAHP-PV01.",
        [
            ("Kế hoạch số 6352/KH-CAHP-PV01", "kế hoạch", "6352/KH-CAHP-PV01", None),
        ],
    ),
    (
        "Ở đây viết: Thông tư liên tịch số 01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSTNDTC ngày 29/12/2017 và dừng ở đó.",
        [
            (
                "Thông tư liên tịch số 01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSTNDTC ngày 29/12/2017",
                "thông tư liên tịch",
                "01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSTNDTC",
                "2017-12-29",
            ),
        ],
    ),
    (
        "Phần đầu nêu Quy định số\n22-QĐ/TW, ngày 28/7/2021 rồi sang việc khác.",
        [
            ("Quy định số\n22-QĐ/TW, ngày 28/7/2021", "quy định", "22-QĐ/TW", "2021-07-28"),
        ],
    ),
    (
        "Cuộc họp căn cứ Công văn số 410/TTr-NV1 ngày 28 tháng 9 năm 2011 là đủ.",
        [
            (
                "Công văn số 410/TTr-NV1 ngày 28 tháng 9 năm 2011",
                "công văn",
                "410/TTr-NV1",
                "2011-09-28",
            ),
        ],
    ),
    (
        "Người viết dẫn Nghị quyết số 25-\nNQ/TW, sau đó hết.",
        [
            ("Nghị quyết số 25-\nNQ/TW", "nghị quyết", "25-NQ/TW", None),
        ],
    ),
    (
        "Trong bài có Kết luận số 64 – KL/TW ngày 28-5-2013 như đã nêu.",
        [
            ("Kết luận số 64 – KL/TW ngày 28-5-2013", "kết luận", "64-KL/TW", "2013-05-28"),
        ],
    ),
    (
        "Nguồn là Kế hoạch số 126-KH/ĐUK ngày 30/11/2023.",
        [
            ("Kế hoạch số 126-KH/ĐUK ngày 30/11/2023", "kế hoạch", "126-KH/ĐUK", "2023-11-30"),
        ],
    ),
    (
        "Bài nhắc tới Nghị quyết số 954/NQ-UBTVQH13 ngày 28 tháng 5 năm 2015 và văn bản số 8372/BQP-PC ngày 18 tháng 9 năm 2015 và dừng ở đó.",
        [
            (
                "Nghị quyết số 954/NQ-UBTVQH13 ngày 28 tháng 5 năm 2015",
                "nghị quyết",
                "954/NQ-UBTVQH13",
                "2015-05-28",
            ),
            (
                "văn bản số 8372/BQP-PC ngày 18 tháng 9 năm 2015",
                "văn bản",
                "8372/BQP-PC",
                "2015-09-18",
            ),
        ],
    ),
    (
        "Ở đây viết: Hướng dẫn số 04/HD-VKSTC ngày 04/01/2023 và Kế hoạch số 1718/KH-VKS ngày 29/12/2022 rồi sang việc khác.",
        [
            ("Hướng dẫn số 04/HD-VKSTC ngày 04/01/2023", "hướng dẫn", "04/HD-VKSTC", "2023-01-04"),
            ("Kế hoạch số 1718/KH-VKS ngày 29/12/2022", "kế hoạch", "1718/KH-VKS", "2022-12-29"),
        ],
    ),
    (
        "Phần đầu nêu Chỉ thị công tác số 01/VKSTC ngày 01/01/2013 là đủ.",
        [
            ("Chỉ thị công tác số 01/VKSTC ngày 01/01/2013", "chỉ thị", "01/VKSTC", "2013-01-01"),
        ],
    ),
    (
        "Cuộc họp căn cứ Nghị quyết\nsố 96/2019/QH14 ngày 27/11/2019, sau đó hết.",
        [
            (
                "Nghị quyết\nsố 96/2019/QH14 ngày 27/11/2019",
                "nghị quyết",
                "96/2019/QH14",
                "2019-11-27",
            ),
        ],
    ),
    (
        "Người viết dẫn Quyết định số 217-QĐ/TW và Quyết định 218-QĐ/TW như đã nêu.",
        [
            ("Quyết định số 217-QĐ/TW", "quyết định", "217-QĐ/TW", None),
            ("Quyết định 218-QĐ/TW", "quyết định", "218-QĐ/TW", None),
        ],
    ),
    (
        "Trong bài có Quy chế 116 với Quy chế 565.",
        [
            ("Quy chế 116", "quy chế", "116", None),
            ("Quy chế 565", "quy chế", "565", None),
        ],
    ),
    (
        "Nguồn là Chỉ thị 01 ngày 02/01/2014 và Kế hoạch 24 ngày 22/01/2014 và dừng ở đó.",
        [
            ("Chỉ thị 01 ngày 02/01/2014", "chỉ thị", "01", "2014-01-02"),
            ("Kế hoạch 24 ngày 22/01/2014", "kế hoạch", "24", "2014-01-22"),
        ],
    ),
    (
        "Bài nhắc tới kế hoạch số 118/KH-VKSHP-TTr rồi sang việc khác.",
        [
            ("kế hoạch số 118/KH-VKSHP-TTr", "kế hoạch", "118/KH-VKSHP-TTr", None),
        ],
    ),
    (
        "Ở đây viết: Nghị quyết số 96 là đủ.",
        [
            ("Nghị quyết số 96", "nghị quyết", "96", None),
        ],
    ),
    (
        "Phần đầu nêu Thông tư số 88/2019/TT-BTC ngày 24/12/2019, sau đó hết.",
        [
            (
                "Thông tư số 88/2019/TT-BTC ngày 24/12/2019",
                "thông tư",
                "88/2019/TT-BTC",
                "2019-12-24",
            ),
        ],
    ),
    (
        "Cuộc họp căn cứ Kết luận số 01-KL/TW, ngày 18/5/2021 và Chỉ thị số 05-CT/TW như đã nêu.",
        [
            ("Kết luận số 01-KL/TW, ngày 18/5/2021", "kết luận", "01-KL/TW", "2021-05-18"),
            ("Chỉ thị số 05-CT/TW", "chỉ thị", "05-CT/TW", None),
        ],
    ),
]
